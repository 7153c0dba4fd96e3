// The child's side: one C# session behind standard input and output, which carry Jupyter's messages as JSON, one a line. The
// second transport of the kernel (the first is sockets); protocol.md beside this file says how the messages look.

using System.Text;
using NotebookHost.Headless;
using NotebookHost.Jupyter;
using NotebookHost.Session;

namespace NotebookHost.Web;

/// <summary>The entry point of the process that runs the cells of one open lesson.</summary>
public static class SessionChild
{
    /// <summary>The hidden verb of the command line that calls <see cref="Main"/>.</summary>
    public const string Verb = "session-process";

    /// <summary>The most text that one cell may stream, in characters.</summary>
    internal const long StreamLimit = 4L << 20;

    /// <summary>The longest text of one displayed value, in characters.</summary>
    internal const long ValueLimit = 16L << 20;

    /// <summary>Serves one session until the parent ends it or is gone.</summary>
    /// <returns>The exit code.</returns>
    public static int Main()
    {
        var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" };
        using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
        if (input.ReadLine() is not { } line || ChildMessages.Read(line) is not { } job || (string?)job["lessons"] is not { } lessons || (string?)job["work"] is not { } work)
        {
            Console.Error.WriteLine($"{Verb} is started by \"course learn\", not by hand.");
            return 2;
        }

        ChildFailures.Watch();
        Environment.CurrentDirectory = work;
        using var session = new CSharpSession(lessons);
        var host = new KernelHost(session, new Lines(output)) { StreamLimit = StreamLimit, ValueLimit = ValueLimit, PicturesAsHtml = false };
        new Thread(() => Listen(input, host)) { IsBackground = true, Name = "parent" }.Start();
        _ = session.WarmUpAsync();
        return ChildFailures.Serve(() => host.RunAsync());
    }

    private static void Listen(TextReader input, KernelHost host)
    {
        while (input.ReadLine() is { } line)
        {
            if (ChildMessages.Read(line) is not { } json || JupyterMessage.FromJson(json) is not { } message)
            {
                continue;
            }

            switch ((string?)json["channel"])
            {
                case "shell":
                    host.TakeShell(host, message);
                    break;
                case "control":
                    host.TakeControl(host, message);
                    break;
                case "stdin":
                    host.TakeAnswer(message);
                    break;
            }
        }

        // The parent is gone: nobody waits for the rest.
        Environment.Exit(3);
    }

    private sealed class Lines(TextWriter output) : IKernelTransport
    {
        private readonly Lock gate = new();

        public void Reply(object peer, KernelChannel channel, JupyterMessage message) => Send(channel == KernelChannel.Shell ? "shell" : "control", message);

        public void Publish(JupyterMessage message) => Send("iopub", message);

        public bool Ask(object peer, JupyterMessage message)
        {
            Send("stdin", message);
            return true;
        }

        private void Send(string channel, JupyterMessage message)
        {
            var line = ChildMessages.Line(message.ToJson(channel));
            lock (gate)
            {
                output.WriteLine(line);
                output.Flush();
            }
        }
    }
}
