using ConvNets.Architectures;

namespace Exercises.L16.Depth;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("networks of the road", points: 2)]
    public void Road()
    {
        string[] ids = ["alexnet-grouped", "googlenet", "resnet-18", "resnet-34", "resnet-50", "vgg-a", "vgg-d"];
        foreach (var id in new[] { "googlenet", ids[Student.Random.Next(ids.Length)] })
        {
            var table = Registry.Table(id);
            var weighted = table.Layers.Select(layer => layer.Macs > 0 ? 1L : 0L).ToArray();
            var inputs = table.Layers.Select(layer => layer.Inputs.Select(input => (long)input).ToArray()).ToArray();
            Expect.Equal((long)table.Depth, Student.Call<long>("Depth", weighted, inputs), $"the depth of {id}");
        }
    }
}
