namespace Exercises.L13.Channels;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("other nets, odd numbers and no compression among them", points: 1)]
    public void Others()
    {
        Expect.Equal("24 216 108 300 150 342",
            string.Join(" ", Student.Call<long[]>("ChannelPath", 24L, 12L, new[] { 16, 16, 16 }, 0.5)), "ChannelPath of DenseNet-BC (100, 12)");
        long first = Student.Random.Next(8, 40), growth = Student.Random.Next(3, 20);
        int[] blocks = [Student.Random.Next(2, 9), Student.Random.Next(2, 9)];
        var middle = first + blocks[0] * growth;
        var theta = Student.Random.Next(2) == 0 ? 1 : 0.5;
        var kept = (long)(middle * theta);
        Expect.Equal($"{first} {middle} {kept} {kept + blocks[1] * growth}",
            string.Join(" ", Student.Call<long[]>("ChannelPath", first, growth, blocks, theta)), $"ChannelPath({first}, {growth}, [{blocks[0]}, {blocks[1]}], {theta})");
    }
}
