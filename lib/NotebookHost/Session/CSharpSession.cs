// A C# session: cells that run one after another and share their variables, types and functions. Each cell is compiled as a
// script submission, loaded into a context that can be thrown away, and run on the session's own thread.

using System.Diagnostics;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive.Formatting;
using NotebookHost.Display;
using NotebookHost.Grading;
using NotebookHost.Session.Magics;

namespace NotebookHost.Session;

/// <summary>Runs the cells of one notebook.</summary>
public sealed class CSharpSession : IDisposable
{
    private static readonly AsyncLocal<CSharpSession?> Flowing = new();

    private readonly CSharpKernel kernel = new();
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Dictionary<string, string> sources = [];
    private SubmissionCompiler compiler = null!;
    private ReferenceResolver references = null!;
    private CellAssemblies assemblies = null!;
    private object?[] states = new object?[64];
    private CellThread thread = new();
    private CellRun? running;
    private CellRun? last;
    private string? stopReason;
    private int committed;

    /// <summary>Opens a session whose relative paths start at <paramref name="workingDirectory"/>.</summary>
    public CSharpSession(string? workingDirectory = null)
    {
        WorkingDirectory = Path.GetFullPath(workingDirectory ?? Environment.CurrentDirectory);
        ConsoleRouter.Install();
        BuiltinFormatters.Install();
        NotebookExercises.Install();
        Clear();
    }

    /// <summary>Where relative paths of <c>#r</c>, <c>#load</c> and <c>#!import</c> start.</summary>
    public string WorkingDirectory { get; }

    /// <summary>The session whose cell the current code belongs to, or null.</summary>
    internal static CSharpSession? Current => Flowing.Value;

    /// <summary>The exercise cells that ran, by the id in their first line, as they were last run.</summary>
    internal Dictionary<string, string> ExerciseSources { get; } = [];

    /// <summary>How many cells ran so far.</summary>
    public int ExecutionCount { get; private set; }

    /// <summary>Whether a cell is running.</summary>
    public bool Busy => running is not null;

    /// <summary>Cancelled when the running cell is to stop.</summary>
    internal CancellationToken Stopped => running?.Stopped ?? CancellationToken.None;

    internal SubmissionCompiler Compiler => compiler;

    internal ReferenceResolver References => references;

    internal CellAssemblies Assemblies => assemblies;

    /// <summary>The packages that <c>#r "nuget: ..."</c> brought so far.</summary>
    internal List<PackageRequest> Packages { get; } = [];

    /// <summary>How long a stopped cell may take to end before it is left to itself.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Where it is remembered which files a request for packages led to.</summary>
    internal string PackageCache { get; init; } =
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "csharp-course", "packages");

    /// <summary>The longest time for packages to arrive.</summary>
    internal TimeSpan PackageLimit { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Runs a cell. Its outputs and its error go to <paramref name="sink"/>; bad code is a result, never an exception.</summary>
    /// <param name="code">The cell's text: C# and magics.</param>
    /// <param name="sink">Receives the outputs.</param>
    /// <param name="name">What messages call the cell; <c>cell[number]</c> when null.</param>
    /// <param name="silent">Whether the cell leaves the execution count as it is.</param>
    public async Task<CellResult> RunAsync(string code, ICellSink sink, string? name = null, bool silent = false)
    {
        await turn.WaitAsync().ConfigureAwait(false);
        try
        {
            var number = silent ? ExecutionCount : ++ExecutionCount;
            var clock = Stopwatch.StartNew();
            last?.Forget();
            MemoryReserve.Hold();
            using var run = new CellRun(number, sink, kernel);
            last = running = run;
            stopReason = null;
            var job = thread.Run(() => Execute(code, run, name ?? $"cell[{number}]"));
            var error = await Finish(job, run).ConfigureAwait(false);
            running = null;
            if (error is not null)
            {
                run.Error(error);
            }

            return new CellResult(number, error, clock.Elapsed);
        }
        finally
        {
            running = null;
            turn.Release();
        }
    }

    /// <summary>Stops the running cell: its loops, lambdas, waits and awaits end; what it computed is kept.</summary>
    /// <param name="reason">The sentence that the cell's error shows.</param>
    public void Interrupt(string reason = "The cell was stopped. What it computed so far is kept.")
    {
        if (running is not { } run)
        {
            return;
        }

        stopReason = reason;
        run.Stop();
    }

    /// <summary>Forgets every variable, type, reference and formatter.</summary>
    public void Reset() => Clear();

    /// <summary>The top-level variables, in order of declaration; of several with one name, the latest.</summary>
    public IReadOnlyList<Variable> Variables()
    {
        OrderedDictionary<string, Variable> found = [];
        foreach (var state in states)
        {
            foreach (var field in state?.GetType().GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly) ?? [])
            {
                if (!field.Name.StartsWith('<'))
                {
                    found.Remove(field.Name);
                    found[field.Name] = new Variable(field.Name, field.FieldType, field.GetValue(state));
                }
            }
        }

        return [.. found.Values];
    }

    /// <summary>Compiles a trifle, so that the first cell does not wait for the compiler to warm up.</summary>
    public Task WarmUpAsync() => Task.Run(() => new SubmissionCompiler(references, WorkingDirectory).Compile("var warm = new[] { 1 }.Select(x => x + 1).ToList(); warm", "warm-up", 0, CancellationToken.None));

    /// <inheritdoc/>
    public void Dispose()
    {
        last?.Forget();
        thread.Dispose();
        assemblies.Unload();
        kernel.Dispose();
        turn.Dispose();
    }

    private async Task<CellError?> Finish(Task<CellError?> job, CellRun run)
    {
        var stopped = new TaskCompletionSource();
        await using var registration = run.Stopped.Register(() => stopped.TrySetResult());
        if (await Task.WhenAny(job, stopped.Task).ConfigureAwait(false) == stopped.Task)
        {
            for (var clock = Stopwatch.StartNew(); !job.IsCompleted && clock.Elapsed < Patience;)
            {
                await Task.WhenAny(job, Task.Delay(20)).ConfigureAwait(false);
                thread.WakeIfWaiting();
            }

            if (!job.IsCompleted)
            {
                thread = new CellThread();
                return ErrorMapper.Stopped($"{stopReason} But its code cannot be stopped from here (it is inside a library call) and goes on in the background: restart the session to end it.");
            }
        }

        return await job.ConfigureAwait(false);
    }

    private CellError? Execute(string code, CellRun run, string name)
    {
        CellRun.Enter(run);
        Flowing.Value = this;
        if (ExerciseFolder.IdIn(code) is { } exercise)
        {
            ExerciseSources[exercise] = code;
        }

        try
        {
            return new CellInterpreter(this, run).Run(code, name);
        }
        catch (Exception exception) when (run.Stopped.IsCancellationRequested && IsStop(exception))
        {
            return ErrorMapper.Stopped(stopReason ?? "The cell was stopped.");
        }
        catch (MagicException exception)
        {
            return ErrorMapper.Plain("MagicError", exception.Message, exception.Line);
        }
        catch (Exception exception)
        {
            MemoryReserve.Recover();
            return ErrorMapper.FromException(exception, file => sources.GetValueOrDefault(file), name);
        }
    }

    /// <summary>Compiles and runs C# code as the next link of the chain. A null return means that it ran to its end.</summary>
    internal CellError? RunCode(string code, string path, CellRun run)
    {
        sources[path] = code;
        var submission = compiler.Compile(code, path, NumberIn(path), run.Stopped);
        if (submission.Failed)
        {
            return ErrorMapper.FromDiagnostics(submission.Diagnostics);
        }

        foreach (var warning in submission.Diagnostics)
        {
            run.Show(new DisplayedValue(Guid.NewGuid().ToString("N"), CompilerWarning.Bundle(ErrorMapper.Warning(warning)), run, []), update: false);
        }

        var assembly = assemblies.LoadFromStream(new MemoryStream(submission.Image), new MemoryStream(submission.Symbols));
        var entry = assembly.GetType(submission.Entry.Type, throwOnError: true)!
            .GetMethod(submission.Entry.Method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
        compiler.Commit(submission);
        EnsureRoom();

        // The submission stores itself in the array before its first statement runs: a failed cell keeps its variables.
        var value = thread.Await(() => entry(states), run.Stopped);
        if (submission.HasResult && value is not DisplayedValue)
        {
            run.Result(value);
        }

        return null;
    }

    private static int NumberIn(string path) =>
        path.StartsWith("cell[", StringComparison.Ordinal) && int.TryParse(path.AsSpan(5, path.Length - 6), out var number) ? number : 0;

    private static bool IsStop(Exception exception) => exception switch
    {
        OperationCanceledException or ThreadInterruptedException => true,
        AggregateException many => many.InnerExceptions.All(IsStop),
        { InnerException: { } inner } => IsStop(inner),
        _ => false,
    };

    private void EnsureRoom()
    {
        committed++;
        if (committed + 2 >= states.Length)
        {
            Array.Resize(ref states, states.Length * 2);
        }
    }

    internal void Clear()
    {
        assemblies?.Unload();
        assemblies = new CellAssemblies();
        references = new ReferenceResolver(WorkingDirectory, assemblies.Remember);
        compiler = new SubmissionCompiler(references, WorkingDirectory);
        states = new object?[64];
        committed = 0;
        sources.Clear();
        ExerciseSources.Clear();
        Packages.Clear();
        Formatter.ResetToDefault();
    }
}
