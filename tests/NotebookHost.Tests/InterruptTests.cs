using NotebookHost.Session;

namespace Tests;

public class InterruptTests
{
    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("for (;;) ;")]
    [InlineData("again: count++; goto again;")]
    [InlineData("int Size => Size;\nSize")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("Task.Run(() => { while (true) { } }).Wait();")]
    [InlineData("while (true) { try { while (true) { } } catch (InvalidOperationException) { } }")]
    [InlineData("while (true) { await Task.Delay(1).ConfigureAwait(false); }")]
    [InlineData("var gate = new object(); _ = Task.Run(() => { lock (gate) System.Threading.Thread.Sleep(-1); }); await Task.Delay(20); lock (gate) { }")]
    [InlineData("Enumerable.Range(0, int.MaxValue).Select(i => { return i; }).Sum(i => (long)i)")]
    public async Task An_endless_cell_stops_soon_and_keeps_its_variables(string endless)
    {
        using var session = new CSharpSession();
        var started = new TaskCompletionSource();
        var sink = new Recording { Answer = _ => { started.SetResult(); return ""; } };
        var cell = session.RunAsync($"var count = 7; input();\n{endless}", sink);
        await started.Task;
        var clock = System.Diagnostics.Stopwatch.StartNew();
        session.Interrupt();
        var result = await cell;
        Assert.Equal(CellError.Interrupted, result.Error?.Name);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(3), $"{clock.ElapsedMilliseconds} ms");
        Assert.Equal("True", (await session.Cells("count >= 7")).ResultText);
    }

    [Fact]
    public async Task A_cell_that_cannot_be_stopped_says_so_names_the_restart_and_leaves_the_session_usable()
    {
        using var session = new CSharpSession { Patience = TimeSpan.FromMilliseconds(100) };
        var started = new TaskCompletionSource();

        // The loop is the library's, and an expression lambda stays as it is: it may be an expression tree.
        var cell = session.RunAsync("var kept = 7; var go = true; input();\nEnumerable.Repeat(0, int.MaxValue).All(x => go)", new Recording { Answer = _ => { started.SetResult(); return ""; } });
        await started.Task;
        session.Interrupt();
        var message = (await cell.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)).Error!.Message;
        Assert.Contains("cannot be stopped from here", message);
        Assert.Contains("restart the session", message);
        Assert.Equal("7", (await session.Cells("go = false; kept")).ResultText);
    }

    [Fact]
    public async Task A_cell_that_writes_without_a_pause_is_heard_while_it_runs()
    {
        using var session = new CSharpSession();
        var heard = new TaskCompletionSource();
        var cell = session.RunAsync("while (true) { Console.Write('.'); System.Threading.Thread.Sleep(2); }", new Listener(heard));
        await heard.Task.WaitAsync(TimeSpan.FromSeconds(20));
        session.Interrupt();
        Assert.Equal(CellError.Interrupted, (await cell).Error?.Name);
    }

    [Fact]
    public async Task An_endless_loop_of_a_loaded_file_stops_soon()
    {
        var folder = Directory.CreateTempSubdirectory("load");
        File.WriteAllText(Path.Combine(folder.FullName, "endless.csx"), "input();\nwhile (true) { }");
        using var session = new CSharpSession(folder.FullName);
        var started = new TaskCompletionSource();
        var cell = session.RunAsync("#load \"endless.csx\"", new Recording { Answer = _ => { started.SetResult(); return ""; } });
        await started.Task;
        session.Interrupt();
        Assert.Equal(CellError.Interrupted, (await cell.WaitAsync(TimeSpan.FromSeconds(20))).Error?.Name);
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("int Down(int n) => Down(n + 1) + 1;\nDown(0)")]
    [InlineData("int Size => Size + 1;\nSize")]
    [InlineData("bool Even(int n) { return !Odd(n + 1); } bool Odd(int n) { return !Even(n + 1); }\nEven(0)")]
    [InlineData("void F() { void G() { G(); Console.Write(1); } G(); }\nF();")]
    [InlineData("class Node { public int Depth { get { return Depth + 1; } } }\nnew Node().Depth")]
    public async Task Endless_recursion_is_an_error_of_the_cell(string code)
    {
        var cell = await Running.Cells(code, "1");
        Assert.Equal("1", cell.ResultText);
        var failed = await Running.Cells(code);
        Assert.Equal("StackOverflow", failed.Failure?.Name);
        Assert.True(failed.Failure!.Traceback.Count < 30);
    }

    [Fact]
    public async Task Guards_leave_expression_trees_and_recursion_of_every_form_intact()
    {
        var cell = await Running.Cells("""
            using System.Linq.Expressions;
            Expression<Func<int, int>> tree = x => x + 1;
            int Fact(int n) => n < 2 ? 1 : n * Fact(n - 1);
            int Fail() => throw new Exception(nameof(Fail));
            void Count(int n, List<int> seen) { if (n > 0) { seen.Add(n); Count(n - 1, seen); } }
            async Task Wait(int n) => await (n == 0 ? Task.CompletedTask : Wait(n - 1));
            async Task<int> Sum(int n) => n == 0 ? 0 : n + await Sum(n - 1);
            IEnumerable<int> Walk(int n) { if (n > 0) { yield return n; foreach (var m in Walk(n - 1)) yield return m; } }
            var seen = new List<int>();
            Count(3, seen);
            await Wait(2);
            $"{tree} {Fact(5)} {seen.Count} {await Sum(4)} {Walk(3).Sum()}"
            """);
        Assert.Equal("x => (x + 1) 120 3 10 6", cell.ResultText);
    }

    private sealed class Listener(TaskCompletionSource heard) : ICellSink
    {
        public void Stream(string name, string text) => heard.TrySetResult();

        public void Display(DisplayOutput output)
        {
        }

        public void Result(System.Text.Json.Nodes.JsonObject data)
        {
        }

        public void Error(CellError error)
        {
        }

        public string? Ask(string prompt, bool hidden) => null;
    }
}
