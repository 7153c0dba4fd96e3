// The process around the command line: culture, output encoding, Ctrl-C.

using System.Globalization;
using System.Text;
using Course;

if (args is [NotebookHost.Grading.SandboxProcess.Verb])
{
    return NotebookHost.Grading.SandboxProcess.Main();
}

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (Console.IsOutputRedirected || !OperatingSystem.IsWindows())
{
    Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    // The first Ctrl-C asks the verb to stop and keep what is done; a second one ends the process.
    e.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
};
return Cli.Run(args, Console.Out, Console.Error, stop.Token);
