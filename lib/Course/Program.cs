// The process around the command line: culture, output encoding, Ctrl-C.

using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Course;
using NotebookHost.Grading;

// The processes of grading start often: they pass by everything else.
switch (args)
{
    case [SandboxProcess.Verb, var role]:
        return SandboxProcess.Main(role);
    case [GradingProcess.Verb, var exercises]:
        return GradingProcess.Main(exercises);
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

// A cluster or a container that ends a job sends SIGTERM, a terminal that closes SIGHUP: what keeps results stops as after Ctrl-C.
IReadOnlyList<PosixSignal> endings = args is ["train" or "run" or "grade", ..] ? [PosixSignal.SIGTERM, PosixSignal.SIGHUP] : [];
var registrations = endings.Select(signal => PosixSignalRegistration.Create(signal, context =>
{
    context.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
})).ToList();
var code = Cli.Run(args, Console.Out, Console.Error, stop.Token);
registrations.ForEach(registration => registration.Dispose());
return code;
