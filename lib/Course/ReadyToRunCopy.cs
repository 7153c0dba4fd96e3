// A copy of this program compiled ahead of time, which starts in about half the time: for a kernel that Jupyter starts often.

using System.Diagnostics;
using System.Runtime.InteropServices;
using NotebookHost;

namespace Course;

internal static class ReadyToRunCopy
{
    /// <summary>Publishes the program from its sources into <paramref name="folder"/> through the SDK.</summary>
    /// <returns>The path of the copy's <c>course.dll</c>.</returns>
    /// <exception cref="CheckFailedException">The sources are not beside this program, or the SDK could not compile them.</exception>
    public static string Make(string folder, CancellationToken token)
    {
        var scratch = Directory.CreateTempSubdirectory("course-ready-to-run-").FullName;
        try
        {
            Publish(SourceProject(), folder, scratch, token);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }

        return Path.Combine(folder, "course.dll");
    }

    private static string SourceProject()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var project = Path.Combine(folder.FullName, "Course.csproj");
            if (File.Exists(project))
            {
                return project;
            }
        }

        throw new CheckFailedException("The sources of the course are not beside this program; run the command in the course's folder with \"dotnet run --project lib/Course\".");
    }

    private static void Publish(string project, string folder, string scratch, CancellationToken token)
    {
        string[] arguments =
        [
            "publish", project, "--runtime", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", "--output", folder,
            "--artifacts-path", scratch, "-p:PublishReadyToRun=true", "--nologo", "-v", "quiet",
        ];
        using var process = Process.Start(new ProcessStartInfo(DotnetHost.Path, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new CheckFailedException("The .NET SDK could not be started: is dotnet on the path?");
        using var stop = token.Register(() => process.Kill(entireProcessTree: true));
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        token.ThrowIfCancellationRequested();
        if (process.ExitCode != 0)
        {
            var reason = (said + errors.Result).Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal))?.Trim() ?? "the SDK gave no reason";
            throw new CheckFailedException($"The program could not be compiled ahead of time ({reason}); install without --ready-to-run.");
        }
    }
}
