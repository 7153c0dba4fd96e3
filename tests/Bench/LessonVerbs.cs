// The arguments of `bench lessons` and `bench full`. A mistake in them costs one sentence and changes no file.

using ConvNets.Data;
using Course;
using NotebookHost.Documents;

namespace Bench;

internal static class LessonVerbs
{
    public static int Run(string[] args)
    {
        try
        {
            var words = new Queue<string>(args[1..]);
            var values = new Dictionary<string, string>();
            var missing = false;
            var names = new List<string>();
            while (words.TryDequeue(out var word))
            {
                switch (word)
                {
                    case "--data" or "--profile" or "--painted" or "--out":
                        values[word] = words.TryDequeue(out var value) ? value : throw new UsageException($"{word} needs a value behind it.");
                        break;
                    case "--missing":
                        missing = true;
                        break;
                    case ['-', ..]:
                        throw new UsageException($"There is no option {word}; there are --data, --profile, --painted, --missing and --out.");
                    default:
                        names.Add(word);
                        break;
                }
            }

            return args[0] == "full"
                ? FullRehearsal.Run(values["--data"], values.GetValueOrDefault("--out"), names)
                : LessonsOnData.Run(values["--data"], values.GetValueOrDefault("--profile", "quick"), values.GetValueOrDefault("--painted"), missing, names);
        }
        catch (Exception e) when (e is UsageException or DataException or NotebookException or InvalidDataException or ArgumentException)
        {
            Console.Error.WriteLine(e.Message.Split(" (Parameter '")[0]);
            return 2;
        }
    }
}
