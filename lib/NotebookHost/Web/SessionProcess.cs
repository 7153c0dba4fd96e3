// The parent's side of one session: starts the process, passes messages on, and tells when and why it ended.

using System.Diagnostics;
using System.Text.Json.Nodes;
using NotebookHost.Headless;

namespace NotebookHost.Web;

/// <summary>The process that runs the cells of one open lesson.</summary>
internal sealed class SessionProcess : IDisposable
{
    private readonly Process process;
    private readonly Lock gate = new();
    private volatile bool ending;

    private SessionProcess(Process process) => this.process = process;

    internal int Id => process.Id;

    /// <summary>Starts a session.</summary>
    /// <param name="command">The command line of the child.</param>
    /// <param name="lessons">The folder of the lessons, where <c>#r</c> and <c>#load</c> start.</param>
    /// <param name="work">The learner's folder, where files that a cell writes go.</param>
    /// <param name="take">Called with each message, one at a time.</param>
    /// <param name="ended">Called once when the process ended by itself, with the reason.</param>
    internal static SessionProcess Start(IReadOnlyList<string> command, string lessons, string work, Action<JsonObject> take, Action<string> ended)
    {
        var start = ChildStart.Piped(command, work);
        ChildStart.LimitMemory(start);
        var session = new SessionProcess(Process.Start(start) ?? throw new IOException($"The process of the session did not start: {command[0]}."));
        ChildStart.OfferToTheSystem(session.Id);
        session.Write(new JsonObject { ["lessons"] = lessons, ["work"] = work });
        _ = Task.Run(() => session.Listen(take, ended));
        return session;
    }

    /// <summary>Passes a message to the session; one that is ending takes none.</summary>
    internal void Write(JsonObject message)
    {
        var line = ChildMessages.Line(message);
        lock (gate)
        {
            try
            {
                process.StandardInput.WriteLine(line);
                process.StandardInput.Flush();
            }
            catch (Exception exception) when (exception is IOException or ObjectDisposedException)
            {
                // It has ended; Listen says so.
            }
        }
    }

    /// <summary>Ends the process at once; nobody is told.</summary>
    public void Dispose()
    {
        ending = true;
        ChildExit.Kill(process);
    }

    private async Task Listen(Action<JsonObject> take, Action<string> ended)
    {
        var errors = ChildExit.FirstWords(process.StandardError);
        while (await process.StandardOutput.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            if (!ending && ChildMessages.Read(line) is { } message)
            {
                take(message);
            }
        }

        await process.WaitForExitAsync().ConfigureAwait(false);
        var said = await errors.ConfigureAwait(false);
        var code = process.ExitCode;
        process.Dispose();
        if (!ending)
        {
            ended($"The session ended: {ChildExit.Words(code)}.{(said.Length > 0 ? " It said: " + said : "")}");
        }
    }
}
