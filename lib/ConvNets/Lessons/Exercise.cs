// The check cell of an exercise. What checks it is the notebook's host; this library only knows whom to ask.

namespace ConvNets.Lessons;

/// <summary>Checks the learner's exercises from inside a notebook.</summary>
public static class Exercise
{
    /// <summary>Who checks; a notebook host that can sets this. Null elsewhere.</summary>
    public static IExerciseHost? Host { get; set; }

    /// <summary>Checks the cell that begins <c>// exercise ID (points)</c> as it was last run, and shows each check.</summary>
    /// <param name="id">The exercise, such as 10.depth.</param>
    /// <returns>A view for the notebook to show: each check in a sentence, the points, the next hint.</returns>
    public static View Check(string id) => Host?.Check(id) ?? new Note(
        $"This notebook host does not check exercises: save the notebook and run `dotnet run --project lib/Course -- exercises --lesson {id.Split('.')[0]}` in a terminal.");

    private sealed class Note(string sentence) : View
    {
        public override string ToHtml() => $"<p>{Escape(sentence)}</p>";

        public override string ToText() => sentence;
    }
}

/// <summary>What a notebook host offers that can check exercises.</summary>
public interface IExerciseHost
{
    /// <summary>Checks an exercise of the running notebook.</summary>
    /// <param name="id">The exercise, such as 10.depth.</param>
    View Check(string id);
}
