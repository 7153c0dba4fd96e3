namespace Exercises.L11.Highway;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("the gate's bias starts where it was told, and both layers have width x width weights", points: 1)]
    public void Start()
    {
        var layer = Student.Module("GatedLayer", 6L, -2.5);
        var state = layer.State();
        Expect.True(state.ContainsKey("transform.weight") && state.ContainsKey("gate.bias"), "The layer has parts named transform and gate.");
        Expect.Shape([6, 6], state["transform.weight"], "transform.weight");
        Expect.Close(full(6, -2.5f), state["gate.bias"], 1e-6, "the bias of the gate");
    }

    [Check("a gate wide shut lets x pass", points: 1)]
    public void Shut()
    {
        var x = Student.Tensor(5, 4);
        Expect.Close(x, Student.Module("GatedLayer", 4L, -60.0).Forward(x), 1e-5, "the output with a gate bias of -60");
    }
}
