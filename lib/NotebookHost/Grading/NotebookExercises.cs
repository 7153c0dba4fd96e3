// What answers the check cells of a notebook: takes the exercise's cell as it was last run in this session, has it graded in a
// grading process, and shows the result. Hidden checks stay with the teacher.

using ConvNets.Lessons;
using NotebookHost.Documents;
using NotebookHost.Session;

namespace NotebookHost.Grading;

/// <summary>Checks the exercises of running notebooks.</summary>
internal sealed class NotebookExercises : IExerciseHost
{
    private static readonly Dictionary<string, GradingClient> Clients = [];

    /// <summary>Offers itself to the lessons, once.</summary>
    internal static void Install() => Exercise.Host ??= new NotebookExercises();

    /// <inheritdoc/>
    public View Check(string id)
    {
        var session = CSharpSession.Current;
        var root = ExerciseFolder.FindRoot(session?.WorkingDirectory ?? Environment.CurrentDirectory)
            ?? throw new NotebookException("The exercises' checks are not here: open the notebook inside the course's folder, where tests/Exercises lies.");
        var exercise = ExerciseFolder.All(root).FirstOrDefault(e => e.Id == id)
            ?? throw new NotebookException($"There is no exercise {id}; see the folders in {root}.");
        var source = session?.ExerciseSources.GetValueOrDefault(id);
        if (source is null || exercise.IsStub(source))
        {
            return new Pending(exercise, source is null ? "Run the exercise's cell above first." : "Replace the throw by your own code, run the cell, then run this one.");
        }

        var client = ClientOf(root);
        var answer = client.Ask(new GradingRequest(Seeds.Learner, Hidden: false, id, source));
        var progress = new Progress(Path.GetFullPath(Path.Combine(root, "..", "..")));
        var known = progress.Keep(answer.Exercise!, Progress.Digest(exercise, source));
        var solved = answer.Exercise!.Verdict == Verdict.Passed;
        return new ExerciseReport(exercise, answer.Exercise, solved ? 0 : known.Hints, solved && exercise.Reference is not null
            ? $"Solved. A reference solution: course exercises --solution {id}." : "");
    }

    private static GradingClient ClientOf(string root)
    {
        lock (Clients)
        {
            if (!Clients.TryGetValue(root, out var client))
            {
                // It ends when this program ends: then its requests end.
                client = Clients[root] = new GradingClient(root);
            }

            if (client.MustBuild)
            {
                Console.WriteLine("Building the checks (tests/Exercises), once ...");
            }

            return client;
        }
    }

    private sealed class Pending(ExerciseFolder exercise, string sentence) : View
    {
        public override string ToHtml() => $"<p><strong>{Escape(exercise.Title)}</strong>: not attempted yet. {Escape(sentence)}</p>";

        public override string ToText() => $"{exercise.Id} {exercise.Title}: not attempted yet. {sentence}";
    }
}
