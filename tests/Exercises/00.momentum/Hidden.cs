namespace Exercises.L00.Momentum;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("five steps are those of the library's SGD, also when the rate drops", points: 2)]
    public void Steps()
    {
        var w = Student.Tensor(3, 4);
        var library = new Parameter(w.clone());
        using var sgd = optim.SGD([library], learningRate: 0.1, momentum: 0.8);
        var buffer = zeros(3, 4);
        for (var step = 0; step < 5; step++)
        {
            var rate = step < 3 ? 0.1 : 0.01;
            foreach (var group in sgd.ParamGroups)
            {
                group.LearningRate = rate;
            }

            var g = Student.Tensor(3, 4);
            library.grad = g.clone();
            sgd.step();
            var answer = Student.Call<Tensor[]>("MomentumStep", w, g, buffer, rate, 0.8);
            (w, buffer) = (answer[0], answer[1]);
        }

        Expect.Close(library.detach(), w, 1e-5, "the weights after five steps");
    }
}
