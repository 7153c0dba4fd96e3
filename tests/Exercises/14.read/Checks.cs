namespace Exercises.L14.Read;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("the published means: specificity is the larger part from six layers on", points: 1)]
    public void Published()
    {
        double[] bnb = [.6262, .6228, .6203, .6041, .5933, .6185, .6229], anb = [.6275, .6233, .6183, .5994, .5777, .5804, .5419];
        var answer = Student.Call<double[]>("TakeApart", .6245, bnb, anb);
        Expect.Equal(15, answer.Length, "the number of values");
        Expect.Close(.0312, answer[4], 1e-9, "the co-adaptation at n = 5");
        Expect.Close(.0156, answer[11], 1e-9, "the specificity at n = 5");
        Expect.Close(6, answer[14], 1e-9, "the last value");
    }
}
