namespace Exercises.L07.Module;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    private static readonly (string Mine, string Library)[] Names =
    [
        ("conv1", "branch1"), ("reduce3", "branch2.0"), ("conv3", "branch2.1"), ("reduce5", "branch3.0"), ("conv5", "branch3.1"), ("project", "branch4.1"),
    ];

    [Check("with the library's weights it answers as the library's module", points: 2)]
    public void SameAnswers()
    {
        var c = Enumerable.Range(0, 7).Select(_ => (long)Student.Random.Next(2, 7)).ToArray();
        var module = Student.Module("MyModule", c[0], c[1], c[2], c[3], c[4], c[5], c[6]);
        using var library = ConvNets.Blocks.Inception.Module(c[0], c[1], c[2], c[3], c[4], c[5], c[6]);
        var weights = library.state_dict();
        var state = new Dictionary<string, Tensor>();
        foreach (var (mine, theirs) in Names)
        {
            foreach (var part in new[] { "weight", "bias" })
            {
                state[$"{mine}.{part}"] = weights[$"{theirs}.conv.{part}"];
            }
        }

        module.Load(state);
        var x = Student.Tensor(2, c[0], 9, 8);
        Expect.Close(library.call(x), module.Forward(x), 1e-4, "the output");
    }
}
