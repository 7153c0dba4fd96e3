using System.Globalization;
using Bench;
using ConvNets.Training;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["data"]:
        DataBench.Run(null);
        return 0;
    case ["data", var folder]:
        DataBench.Run(folder);
        return 0;
    case ["fuzz", var folder, var mutations]:
        FuzzRun.Run(folder, int.Parse(mutations));
        return 0;
    case ["calibrate", .. var rest]:
        foreach (var row in Calibration.Run(only: rest.FirstOrDefault()))
            Console.WriteLine(Calibration.Line(row));
        return 0;
    default:
        Console.WriteLine("bench data [FOLDER] | fuzz FOLDER MUTATIONS | calibrate [MODEL]");
        return 2;
}
