using System.Globalization;
using Bench;
using ConvNets.Data;
using ConvNets.Data.Imaging;
using ConvNets.Training;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case var all when all.Contains("--avx2"):
        return NarrowerMachine.Run([.. all.Where(a => a != "--avx2")]);
    case ["data"]:
        DataBench.Run(null);
        return 0;
    case ["data", var folder]:
        DataBench.Run(folder);
        return 0;
    case ["data", var folder, "--against", var python]:
        DataBench.Against(folder, python);
        return 0;
    case ["fuzz", var folder, var mutations]:
        FuzzRun.Run(folder, int.Parse(mutations));
        return 0;
    case ["lessons" or "full", "--data", ..]:
        return LessonVerbs.Run(args);
    case ["calibrate", .. var rest]:
        foreach (var row in Calibration.Run(seed: rest is [_, var seed] ? int.Parse(seed) : 1, only: rest.FirstOrDefault()))
            Console.WriteLine(Calibration.Line(row));
        return 0;
    case ["sheet", var file, .. var domain]:
        var pictures = EmbeddedPictures.Generate(200, seed: 2, domain: domain is ["drawing"] ? Domain.Drawing : Domain.Photo);
        PngWriter.Save(ContactSheet.Draw(pictures, perClass: domain is ["drawing"] ? 4 : 8, zoom: 2), file);
        return 0;
    case ["gallery", var folder]:
        ChartGallery.Write(folder);
        return 0;
    case ["--against", var python, .. var rest]:
        return AgainstPython.Run(python, rest.FirstOrDefault(a => !a.StartsWith("--", StringComparison.Ordinal)), rest.Contains("--json"), rest.Contains("--best"));
    case ["operations", var python, .. var rest]:
        return Operations.Run(python, rest.FirstOrDefault() ?? "");
    case ["--against-build", var course, .. var rest]:
        return AgainstBuild.Run(course, rest.FirstOrDefault());
    case ["memory", .. var rest]:
        return MemoryBench.Run(rest.FirstOrDefault());
    case ["memory-of", var id, var batch]:
        return MemoryBench.Measure(id, long.Parse(batch));
    case ["creep", var id, var batch, var steps, .. var rest]:
        return MemoryBench.Course(id, long.Parse(batch), int.Parse(steps), !rest.Contains("--without-scopes"), rest.Contains("--adam"));
#if GRADING
    case ["grade", var count, .. var settings]:
        return GradeBench.Run(int.Parse(count), settings);
#endif
    case ["exported", var python, .. var ids]:
        return ExportedNets.Run(python, ids);
    case ["engine", .. var rest]:
        return Course.Cli.Run(["bench", .. rest], Console.Out, Console.Error, CancellationToken.None);
    default:
        Console.WriteLine("""
            bench engine [FILTER] [--json]
            bench --against PYTHON [FILTER] [--best] [--json] [--avx2]
            bench operations PYTHON [FILTER]
            bench --against-build COURSE [FILTER]
            bench memory [PYTHON]
            bench exported PYTHON [ID...]
            bench creep MODEL BATCH STEPS [--without-scopes] [--adam]
            bench data [FOLDER] [--against PYTHON]
            bench fuzz FOLDER MUTATIONS
            bench lessons --data FOLDER [--profile quick] [--painted claims.json] [--missing] [LESSON...]
            bench full --data FOLDER [--out FOLDER] [LESSON...]
            bench grade COUNT [--jobs N] [--only honest|hostile] [--keep FOLDER]
            bench calibrate [MODEL [SEED]]
            bench sheet FILE [drawing]
            bench gallery FOLDER
            """);
        return 2;
}
