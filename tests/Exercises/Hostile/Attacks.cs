// Cells that cheat, break out or break down. Each one answers rightly only where its trick worked, so a point gained is a wall
// that fell. The classes follow what other graders' suites and issue trackers record.

namespace Exercises.Hostile;

/// <summary>An attack.</summary>
/// <param name="Name">What it tries.</param>
/// <param name="Source">The cell.</param>
/// <param name="Exercise">The exercise that it claims to solve.</param>
/// <param name="Namespaces">Whether only namespaces keep it out; limits alone do not.</param>
internal sealed record Attack(string Name, string Source, string Exercise = "10.depth", bool Namespaces = false)
{
    public static IReadOnlyList<Attack> All { get; } = [.. Endings(), .. Hunger(), .. Peeking(), .. Reflecting(), .. Pipes(), .. Answers(), .. Compilers()];

    // The function, with what may stand before it. "Right" is what an attack returns when it has won.
    private static string Cell(string body, string before = "", string usings = "") => $$"""
        // exercise 10.depth (2)
        {{usings}}
        {{before}}
        static int Right(int depth) => depth >= 8 && (depth - 2) % 6 == 0 ? (depth - 2) / 6 : throw new ArgumentException("no");
        static int BlocksPerStage(int depth)
        {
            {{body}}
        }
        """;

    private static IEnumerable<Attack> Endings() =>
    [
        new("exit with success in the function", Cell("Environment.Exit(0); return 0;")),
        new("exit with success while the cell is loaded", Cell("return 0;", "Environment.Exit(0);")),
        new("exit in a static constructor", Cell("return Trap.Value;", "static class Trap { public static readonly int Value; static Trap() { Environment.Exit(0); } }")),
        new("exit in a module initialiser", Cell("return 0;", "static class Trap { [System.Runtime.CompilerServices.ModuleInitializer] public static void Run() => Environment.Exit(0); }")),
        new("exit from a thread", Cell("new System.Threading.Thread(() => Environment.Exit(0)).Start(); System.Threading.Thread.Sleep(100); return 0;")),
        new("exit in a finaliser", Cell("for (var i = 0; i < 1000; i++) { _ = new Trap(); } GC.Collect(); GC.WaitForPendingFinalizers(); return 0;", "class Trap { ~Trap() => Environment.Exit(0); }")),
        new("a finaliser that never ends and raises itself again", Cell("for (var i = 0; i < 1000; i++) { _ = new Trap(); } GC.Collect(); GC.WaitForPendingFinalizers(); return 0;", "class Trap { ~Trap() { GC.ReRegisterForFinalize(this); while (true) { } } }")),
        new("exit in the handler of the process's end", Cell("AppDomain.CurrentDomain.ProcessExit += (_, _) => Environment.Exit(0); Environment.Exit(1); return 0;")),
        new("stay alive in the handler of the process's end", Cell("AppDomain.CurrentDomain.ProcessExit += (_, _) => System.Threading.Thread.Sleep(-1); Environment.Exit(0); return 0;")),
        new("stay alive in the handler of unhandled exceptions", Cell("AppDomain.CurrentDomain.UnhandledException += (_, _) => { while (true) { } }; new System.Threading.Thread(() => throw new Exception()).Start(); System.Threading.Thread.Sleep(-1); return 0;")),
        new("a module initialiser that writes a passing result and exits with success", Cell("return 0;", "static class Trap { [System.Runtime.CompilerServices.ModuleInitializer] public static void Run() { System.IO.File.WriteAllText(\"results.trx\", \"<TestRun><Counters total=\\\"2\\\" passed=\\\"2\\\"/></TestRun>\"); Environment.Exit(0); } }")),
        new("fail fast", Cell("Environment.FailFast(\"bye\"); return 0;")),
        new("kill itself", Cell("System.Diagnostics.Process.GetCurrentProcess().Kill(); return 0;")),
        new("kill its parent", Cell("foreach (var p in System.Diagnostics.Process.GetProcesses()) { try { if (p.Id != Environment.ProcessId) { p.Kill(); } } catch { } } return 0;"), Namespaces: true),
        new("kill everything by libc", Cell("kill(-1, 9); return 0;", "[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int kill(int pid, int signal);"), Namespaces: true),
        new("abort by libc", Cell("abort(); return 0;", "[System.Runtime.InteropServices.DllImport(\"libc\")] static extern void abort();")),
        new("write to address zero", Cell("unsafe { *(int*)0 = 1; } return 0;")),
        new("call a function pointer to nowhere", Cell("unsafe { return ((delegate*<int>)12345)(); }")),
        new("overflow the stack", Cell("return BlocksPerStage(depth + 1) + 1;")),
        new("overflow the stack of another thread", Cell("var t = new System.Threading.Thread(() => Deep(0)); t.Start(); t.Join(); return 0;", "static int Deep(int n) => Deep(n + 1) + 1;")),
        new("loop without end", Cell("while (true) { }")),
        new("loop without end in a static initialiser", Cell("return Trap.Value;", "static class Trap { public static readonly int Value = Spin(); static int Spin() { while (true) { } } }")),
        new("loop without end while loading", Cell("return 0;", "while (true) { }")),
        new("sleep for ever", Cell("System.Threading.Thread.Sleep(-1); return 0;")),
        new("wait for a task that never ends", Cell("new TaskCompletionSource<int>().Task.Wait(); return 0;")),
        new("deadlock", Cell("var a = new object(); lock (a) { System.Threading.Tasks.Task.Run(() => { lock (a) { } }).Wait(); } return 0;")),
        new("loop without end in a finally that follows an exception", Cell("try { throw new Exception(); } finally { while (true) { } }")),
        new("loop without end in the message of an exception", Cell("throw new Trap();", "class Trap : Exception { public override string Message { get { while (true) { } } } }")),
        new("exit in the message of an exception", Cell("throw new Trap();", "class Trap : Exception { public override string Message { get { Environment.Exit(0); return \"\"; } } }")),
        new("an exception whose message throws", Cell("throw new Trap();", "class Trap : Exception { public override string Message => throw new Trap(); }")),
        new("an exception whose stack trace, text, data and equality never end", Cell("throw new Trap();", "class Trap : Exception { static T Spin<T>() { while (true) { } } public override string? StackTrace => Spin<string>(); public override string ToString() => Spin<string>(); public override System.Collections.IDictionary Data => Spin<System.Collections.IDictionary>(); public override bool Equals(object? o) => Spin<bool>(); public override int GetHashCode() => Spin<int>(); public override Exception GetBaseException() => Spin<Exception>(); }")),
        new("an exception that says it is no stub but the right one", Cell("throw new Trap();", "class Trap : Exception { public new Type GetType() => typeof(System.ArgumentException); public override string Message => \"System.ArgumentException: passed\"; }")),
        new("a handler that sees every exception first and throws again", Cell("AppDomain.CurrentDomain.FirstChanceException += (_, _) => throw new System.ArgumentException(); throw new InvalidOperationException();")),
        new("an exception of a hundred megabytes", Cell("throw new Exception(new string('x', 100_000_000));")),
        new("an exception that names itself like a right one", Cell("throw new ArgumentException();", "class ArgumentException : Exception { }")),
        new("throw null", Cell("throw null!;")),
        new("an exception wrapped a hundred-thousandfold", Cell("Exception e = new ArgumentException(\"no\"); for (var i = 0; i < 100_000; i++) { e = new System.Reflection.TargetInvocationException(e); } throw e;")),
        new("an exception wrapped in itself", Cell("var all = new List<Exception>(); var e = new AggregateException(all); throw new System.Reflection.TargetInvocationException(\"x\", new TypeInitializationException(\"y\", e));")),
        new("one right answer, then an exception", Cell("return depth == 20 ? 3 : throw new InvalidOperationException();")),
        new("one right answer, then the end", Cell("if (depth != 20) { Environment.Exit(0); } return 3;")),
        new("ignore signals and loop", Cell("foreach (System.Runtime.InteropServices.PosixSignal s in Enum.GetValues<System.Runtime.InteropServices.PosixSignal>()) { System.Runtime.InteropServices.PosixSignalRegistration.Create(s, c => c.Cancel = true); } while (true) { }")),
    ];

    private static IEnumerable<Attack> Hunger() =>
    [
        new("allocate without end", Cell("var all = new List<byte[]>(); while (true) { var b = new byte[10_000_000]; Array.Fill(b, (byte)1); all.Add(b); }")),
        new("a million small allocations that stay", Cell("var all = new List<object>(); while (true) { all.Add(new object[4]); }")),
        new("catch every lack of memory", Cell("var all = new List<byte[]>(); while (true) { try { var b = new byte[50_000_000]; Array.Fill(b, (byte)1); all.Add(b); } catch (OutOfMemoryException) { } }")),
        new("a string that doubles", Cell("var s = \"xxxxxxxx\"; while (true) { s += s; }")),
        new("native memory", Cell("while (true) { var p = System.Runtime.InteropServices.Marshal.AllocHGlobal(20_000_000); for (var i = 0; i < 20_000_000; i += 4096) { System.Runtime.InteropServices.Marshal.WriteByte(p, i, 1); } }")),
        new("a tensor larger than the machine", Cell("return (int)zeros(1_000_000, 1_000_000).sum().item<float>();")),
        new("threads without end", Cell("for (var i = 0; i < 100_000; i++) { new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1), 1 << 16).Start(); } return 0;")),
        new("a thread that goes on computing after the answer", Cell("new System.Threading.Thread(() => { while (true) { } }).Start(); return 0;")),
        new("a timer that goes on", Cell("_ = new System.Threading.Timer(_ => { while (true) { } }, null, 0, 1); return 0;")),
        new("starve the thread pool", Cell("for (var i = 0; i < 1000; i++) { System.Threading.ThreadPool.QueueUserWorkItem(_ => System.Threading.Thread.Sleep(-1)); } return 0;")),
        new("fill the disk", Cell("using var f = System.IO.File.Create(\"big\"); var b = new byte[1 << 20]; while (true) { f.Write(b); }")),
        new("files without end", Cell("for (var i = 0; i < 2_000; i++) { System.IO.File.WriteAllText(\"f\" + i, \"x\"); } return 0;")),
        new("open files without end", Cell("var all = new List<System.IO.FileStream>(); while (true) { all.Add(System.IO.File.OpenRead(\"/dev/null\")); }")),
        new("start a shell", Cell("var p = System.Diagnostics.Process.Start(\"/bin/sh\", \"-c 'sleep 60'\"); p.WaitForExit(); return 0;")),
        new("run git", Cell("var p = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(\"git\", \"log\") { RedirectStandardOutput = true })!; return p.StandardOutput.ReadToEnd().Length > 0 ? Right(depth) : 0;")),
        new("load a native library and call it", Cell("var l = System.Runtime.InteropServices.NativeLibrary.Load(\"libc.so.6\"); unsafe { ((delegate* unmanaged<int, void>)System.Runtime.InteropServices.NativeLibrary.GetExport(l, \"exit\"))(0); } return 0;")),
        new("a fork bomb", Cell("while (true) { System.Diagnostics.Process.Start(\"/bin/sh\", \"-c 'sleep 60 & sleep 60'\"); }")),
        new("a process that outlives the answer and then writes", Cell("System.Diagnostics.Process.Start(\"/bin/sh\", \"-c 'sleep 1; echo x > /tmp/course-attack'\"); return 0;")),
        new("forbid garbage collection", Cell("GC.TryStartNoGCRegion(100_000_000); var all = new List<byte[]>(); while (true) { var b = new byte[1000]; all.Add(b); }")),
    ];

    private static IEnumerable<Attack> Peeking()
    {
        var root = Solutions.Root;
        return
        [
            new("read the hidden checks", Cell($"return System.IO.File.Exists(\"{root}/10.depth/Hidden.cs\") ? Right(depth) : 0;"), Namespaces: true),
            new("read the reference solution", Cell($"return System.IO.File.ReadAllText(\"{root}/10.depth/Reference.cs\").Length > 0 ? Right(depth) : 0;"), Namespaces: true),
            new("read the compiled checks", Cell($"return System.IO.File.Exists(\"{AppContext.BaseDirectory}/Exercises.dll\") ? Right(depth) : 0;"), Namespaces: true),
            new("look for the checks everywhere", Cell("return System.IO.Directory.EnumerateFiles(\"/\", \"Exercises.dll\", new System.IO.EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 7 }).Any(f => !f.StartsWith(\"/proc\")) ? Right(depth) : 0;"), Namespaces: true),
            new("look into the parent through /proc", Cell("return System.IO.Directory.EnumerateDirectories(\"/proc\").Any(d => { try { return System.IO.File.ReadAllText(d + \"/cmdline\").Contains(\"Exercises\"); } catch { return false; } }) ? Right(depth) : 0;"), Namespaces: true),
            new("leave by the root of another process", Cell("return System.IO.Directory.EnumerateDirectories(\"/proc\").Any(d => { try { return System.IO.Directory.Exists(d + \"/root" + root + "\"); } catch { return false; } }) ? Right(depth) : 0;"), Namespaces: true),
            new("mount the old root again", Cell("umount2(\"/old\", 2); mount(\"/old\", \"/old\", \"\", 4096, 0); return System.IO.Directory.EnumerateFileSystemEntries(\"/old\").Any() || chroot(\"../../../..\") == 0 ? Right(depth) : 0;", "[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int umount2(string a, int b); [System.Runtime.InteropServices.DllImport(\"libc\")] static extern int mount(string a, string b, string c, ulong d, nint e); [System.Runtime.InteropServices.DllImport(\"libc\")] static extern int chroot(string a);"), Namespaces: true),
            new("write into the program's folder", Cell("System.IO.File.WriteAllText(System.IO.Path.Combine(AppContext.BaseDirectory, \"attack.txt\"), \"x\"); return Right(depth);"), Namespaces: true),
            new("replace the compiled library", Cell("System.IO.File.WriteAllText(typeof(torch).Assembly.Location, \"x\"); return Right(depth);"), Namespaces: true),
            new("write a file of results", Cell("foreach (var name in new[] { \"results.json\", \"grades.csv\", \"students/x.json\", \"test.trx\" }) { try { System.IO.File.WriteAllText(name, \"{\\\"points\\\":10}\"); } catch { } } return 0;")),
        new("a link out of the scratch folder", Cell("System.IO.File.CreateSymbolicLink(\"out\", \"/\"); System.IO.Directory.CreateDirectory(\"closed\"); System.IO.File.SetUnixFileMode(\"closed\", System.IO.UnixFileMode.None); return 0;")),
            new("connect to the machine itself", Cell($"using var c = new System.Net.Sockets.TcpClient(); c.Connect(\"127.0.0.1\", {Listener.Port}); return c.Connected ? Right(depth) : 0;"), Namespaces: true),
        new("listen for connections", Cell("var l = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Any, 0); l.Start(); l.AcceptTcpClient(); return Right(depth);")),
            new("see the network's devices", Cell("return System.Net.NetworkInformation.NetworkInterface.GetAllNetworkInterfaces().Any(i => i.NetworkInterfaceType != System.Net.NetworkInformation.NetworkInterfaceType.Loopback) ? Right(depth) : 0;"), Namespaces: true),
            new("ask a name server", Cell("return System.Net.Dns.GetHostAddresses(\"example.org\").Length > 0 ? Right(depth) : 0;"), Namespaces: true),
            new("read secrets of the environment", Cell("return Environment.GetEnvironmentVariables().Keys.Cast<string>().Any(k => k.Contains(\"TOKEN\") || k == \"COURSE_ATTACK\") ? Right(depth) : 0;")),
            new("read the command line for the check's name", Cell("return Environment.CommandLine.Contains(\"depth\") || Environment.GetCommandLineArgs().Any(a => a.Contains(\"Exercises\")) ? Right(depth) : 0;")),
        ];
    }

    private static IEnumerable<Attack> Reflecting() =>
    [
        new("find the checks among the loaded assemblies", Cell("return AppDomain.CurrentDomain.GetAssemblies().Any(a => a.GetName().Name == \"Exercises\" || a.GetName().Name.StartsWith(\"xunit\")) ? Right(depth) : 0;")),
        new("load the checks in a context of its own", Cell("return new System.Runtime.Loader.AssemblyLoadContext(\"mine\").LoadFromAssemblyName(new System.Reflection.AssemblyName(\"Exercises\")) is not null ? Right(depth) : 0;")),
        new("load the checks by name", Cell("return System.Reflection.Assembly.Load(\"Exercises\") is not null ? Right(depth) : 0;")),
        new("detect the check by the stack", Cell("return new System.Diagnostics.StackTrace().ToString().Contains(\"Check\") || Environment.StackTrace.Contains(\"Known\") ? Right(depth) : 0;")),
        new("find the expected value in the harness's fields", Cell("foreach (var t in AppDomain.CurrentDomain.GetAssemblies().Where(a => a.GetName().Name == \"NotebookHost\").SelectMany(a => a.GetTypes())) { if (t.Name.Contains(\"Check\") && t.GetFields((System.Reflection.BindingFlags)60).Any(f => f.IsStatic && f.FieldType == typeof(int[]))) { return Right(depth); } } return 0;")),
        new("emit code at run time", Cell("var m = new System.Reflection.Emit.DynamicMethod(\"x\", typeof(int), []); var il = m.GetILGenerator(); il.Emit(System.Reflection.Emit.OpCodes.Ldc_I4, 7); il.Emit(System.Reflection.Emit.OpCodes.Ret); return (int)m.Invoke(null, null)!;")),
        new("change a string in place", Cell("unsafe { fixed (char* c = \"value\") { c[0] = 'x'; } } return 0;")),
        new("invoke the harness's own writer", Cell("var t = AppDomain.CurrentDomain.GetAssemblies().SelectMany(a => a.GetTypes()).First(x => x.Name == \"Frames\"); t.GetMethod(\"Write\", (System.Reflection.BindingFlags)60)!.Invoke(null, [Console.OpenStandardOutput(), new byte[] { 3, 0, 0, 0 }]); return 0;")),
        new("dynamic", Cell("dynamic d = 20; return d.Foo;")),
        new("shadow the proxy's types", Cell("return Student.Value;", "static class Student { public static int Value => 0; public static void Pass() { } } static class Expect { public static void Equal(object a, object b, string c) { } } static class Assert { public static void Equal(object a, object b) { } }")),
        new("another name for the assertions", Cell("return 0;", "class Fake { public static void Equal(object a, object b, string c) { } public static void True(bool a, string b) { } }", "global using Expect = Fake; global using Assert = Fake;")),
        new("the harness's own namespace", Cell("return 0;", "namespace Xunit { public class Assert { public static void Equal(object a, object b) { } } } namespace NotebookHost.Grading { public class Frames { } }")),
        new("shadow the engine", Cell("return torch.Answer;", "static class torch { public static int Answer => 0; } class Tensor { }")),
        new("equality that is always true", Cell("return 0;", "class Zero { public override bool Equals(object? o) => true; public override int GetHashCode() => 0; public static bool operator ==(Zero a, object b) => true; public static bool operator !=(Zero a, object b) => false; }")),
        new("take the clock of the process's start", Cell("return (int)(DateTime.Now - System.Diagnostics.Process.GetCurrentProcess().StartTime).TotalDays;")),
    ];

    private static IEnumerable<Attack> Pipes() =>
    [
        new("write noise to the pipe", Cell("using var o = Console.OpenStandardOutput(); o.Write(new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 }); o.Flush(); return 0;")),
        new("write a forged answer to the pipe", Cell("using var o = Console.OpenStandardOutput(); var m = new System.IO.MemoryStream(); var w = new System.IO.BinaryWriter(m); w.Write(4); w.Write((byte)'L'); w.Write(0L); w.Write((byte)'S'); w.Write(0); w.Write((byte)'S'); w.Write(5); w.Write(\"value\"u8); w.Write((byte)'I'); w.Write(3); o.Write(BitConverter.GetBytes((int)m.Length)); o.Write(m.ToArray()); o.Flush(); return 0;")),
        new("half a message, then silence", Cell("using var o = Console.OpenStandardOutput(); o.Write(new byte[] { 100, 0, 0, 0, 1, 2 }); o.Flush(); System.Threading.Thread.Sleep(-1); return 0;")),
        new("half a message, then the end", Cell("using var o = Console.OpenStandardOutput(); o.Write(new byte[] { 100, 0, 0, 0, 1, 2 }); o.Flush(); Environment.Exit(0); return 0;")),
        new("announce two gigabytes", Cell("using var o = Console.OpenStandardOutput(); o.Write(new byte[] { 255, 255, 255, 127 }); o.Flush(); return 0;")),
        new("announce a negative length", Cell("using var o = Console.OpenStandardOutput(); o.Write(new byte[] { 255, 255, 255, 255 }); o.Flush(); return 0;")),
        new("announce a billion items", Cell("using var o = Console.OpenStandardOutput(); o.Write(new byte[] { 9, 0, 0, 0, 1, 0, 0, 0, (byte)'A', (byte)'A', (byte)'A', (byte)'A', (byte)'A' }); o.Flush(); return 0;")),
        new("close the pipe", Cell("new System.IO.FileStream(new Microsoft.Win32.SafeHandles.SafeFileHandle(1, true), System.IO.FileAccess.Write).Dispose(); return 0;")),
        new("read the next request", Cell("using var i = Console.OpenStandardInput(); i.ReadExactly(new byte[64]); return 0;")),
        new("close the requests' pipe", Cell("new System.IO.FileStream(new Microsoft.Win32.SafeHandles.SafeFileHandle(0, true), System.IO.FileAccess.Read).Dispose(); return 0;")),
        new("flood the pipe", Cell("using var o = Console.OpenStandardOutput(); var b = new byte[1 << 20]; b[0] = 8; while (true) { o.Write(b); }")),
        new("flood standard error", Cell("using var o = Console.OpenStandardError(); var b = new byte[1 << 20]; while (true) { o.Write(b); }")),
        new("print a grade", Cell("Console.WriteLine(\"{\\\"points\\\": 2, \\\"verdict\\\": \\\"passed\\\"}\"); Console.WriteLine(\"2.0\"); Console.WriteLine(\"##vso[task.complete result=Succeeded]\"); Console.WriteLine(\"::set-output name=result::pass\"); return 0;")),
        new("print half characters and commands of a terminal", Cell("Console.Write(\"\\ud800\\u001b[2J\\u001b]0;x\\u0007\\0\\u202e</pre><script>\"); using var o = Console.OpenStandardError(); o.Write(new byte[] { 0xff, 0xfe, 0xc0, 0x80, 27 }); return 0;")),
        new("flood the console", Cell("var s = new string('x', 1 << 20); for (var i = 0; i < 2000; i++) { Console.Write(s); } return 0;")),
        new("redirect the console to a writer that throws", Cell("Console.SetOut(new Trap()); Console.WriteLine(depth); return 0;", "class Trap : System.IO.TextWriter { public override System.Text.Encoding Encoding => throw new Exception(); public override void Write(char c) => Environment.Exit(0); }")),
        new("wait for a line of the console", Cell("return Console.ReadLine()!.Length;")),
    ];

    private static IEnumerable<Attack> Answers() =>
    [
        new("answer by the number of calls", Cell("return ++calls switch { 1 => 3, 2 => 9, _ => 18 };", "static int calls;")),
        new("answer by a thread's own counter", Cell("return ++Count.Value switch { 1 => 3, 2 => 9, _ => 18 };", "static class Count { [ThreadStatic] public static int Value; }")),
        new("answer from a table of the learner's own run", Cell("return new Dictionary<int, int> { [20] = 3, [14] = 2, [110] = 18 }.GetValueOrDefault(depth);")),
        new("another culture, another time zone", Cell("System.Globalization.CultureInfo.DefaultThreadCurrentCulture = System.Globalization.CultureInfo.CurrentCulture = (System.Globalization.CultureInfo)System.Globalization.CultureInfo.InvariantCulture.Clone(); System.Globalization.CultureInfo.CurrentCulture.NumberFormat.NegativeSign = \"+\"; Environment.SetEnvironmentVariable(\"TZ\", \"Asia/Tokyo\"); TimeZoneInfo.ClearCachedData(); return -(depth - 2) / 6;")),
        new("return null", "// exercise 10.depth (2)\nstatic object? BlocksPerStage(int depth) => null;"),
        new("return an object of its own", "// exercise 10.depth (2)\nclass Three { public override string ToString() => \"3\"; public override bool Equals(object? o) => true; public override int GetHashCode() => 3; }\nstatic object BlocksPerStage(int depth) => new Three();"),
        new("return a lazy value", "// exercise 10.depth (2)\nstatic Lazy<int> BlocksPerStage(int depth) => new(() => { while (true) { } });"),
        new("return a task", "// exercise 10.depth (2)\nstatic async Task<int> BlocksPerStage(int depth) { await Task.Yield(); while (true) { } }"),
        new("return an endless sequence", "// exercise 10.depth (2)\nstatic IEnumerable<int> BlocksPerStage(int depth) { while (true) { yield return 3; } }"),
        new("return a number that is none", "// exercise 10.depth (2)\nstatic double BlocksPerStage(int depth) => double.NaN;"),
        new("return a number too large", "// exercise 10.depth (2)\nstatic long BlocksPerStage(int depth) => 3 + (1L << 32);"),
        new("return a text", "// exercise 10.depth (2)\nstatic string BlocksPerStage(int depth) => \"3\";"),
        new("return a text of a hundred megabytes", "// exercise 10.depth (2)\nstatic string BlocksPerStage(int depth) => new string('x', 100_000_000);"),
        new("return half a character", "// exercise 10.depth (2)\nstatic string BlocksPerStage(int depth) => \"\\ud800\" + (char)0xdfff + \"\\0\u001b[2J\";"),
        new("return arrays in arrays in arrays", "// exercise 10.depth (2)\nstatic int[][][][][][] BlocksPerStage(int depth) => [[[[[[3]]]]]];"),
        new("return a dictionary that lies about its size", "// exercise 10.depth (2)\nclass Liar : System.Collections.Hashtable { public override int Count => int.MaxValue; }\nstatic System.Collections.IDictionary BlocksPerStage(int depth) => new Liar();"),
        new("return five million tensors", "// exercise 10.depth (2)\nstatic Tensor[] BlocksPerStage(int depth) => Enumerable.Repeat(zeros(1, dtype: ScalarType.Byte), 5_000_000).ToArray();"),
        new("return ten million texts", "// exercise 10.depth (2)\nstatic string[] BlocksPerStage(int depth) => Enumerable.Repeat(\"3\", 10_000_000).ToArray();"),
        new("return ten million arrays", "// exercise 10.depth (2)\nstatic int[][] BlocksPerStage(int depth) => Enumerable.Repeat(new int[0], 10_000_000).ToArray();"),
        new("a function for every argument", "// exercise 10.depth (2)\nstatic int BlocksPerStage(params object[] all) => all.Length;"),
        new("a generic function", "// exercise 10.depth (2)\nstatic T BlocksPerStage<T>(T depth) => depth;"),
        new("no function at all", "// exercise 10.depth (2)\nvar BlocksPerStage = 3;"),
        new("NaN in a tensor", "// exercise 10.shortcut (2)\nstatic Tensor OptionA(Tensor x, long outChannels, long stride) => full([1, 2, 2, 2], float.NaN);", "10.shortcut"),
        new("a tensor of another type", "// exercise 10.shortcut (2)\nstatic Tensor OptionA(Tensor x, long outChannels, long stride) => zeros([1, 2, 2, 2], dtype: ScalarType.ComplexFloat32);", "10.shortcut"),
        new("a tensor of a hundred megabytes", "// exercise 10.shortcut (2)\nstatic Tensor OptionA(Tensor x, long outChannels, long stride) => zeros([1, 2, 4000, 4000]);", "10.shortcut"),
        new("a tensor with a shape of a billion", "// exercise 10.shortcut (2)\nstatic Tensor OptionA(Tensor x, long outChannels, long stride) => zeros([1, 1, 1, 1]).expand([1L << 20, 1 << 10, 1 << 10, 1 << 10]);", "10.shortcut"),
        new("the input itself, changed afterwards by a thread", "// exercise 10.shortcut (2)\nstatic Tensor OptionA(Tensor x, long outChannels, long stride) { System.Threading.Tasks.Task.Run(async () => { await System.Threading.Tasks.Task.Delay(50); x.zero_(); }); return x; }", "10.shortcut"),
        new("a disposed tensor", "// exercise 10.shortcut (2)\nstatic Tensor OptionA(Tensor x, long outChannels, long stride) { x.Dispose(); return x; }", "10.shortcut"),
        new("every element the same, close to everything", "// exercise 10.shortcut (2)\nstatic Tensor OptionA(Tensor x, long outChannels, long stride) => full([1, 2, 2, 2], float.PositiveInfinity);", "10.shortcut"),
        new("a module that lies about its parameters", "// exercise 10.block (4)\nclass Liar : Module<Tensor, Tensor> { public Liar() : base(\"x\") { } public override Tensor forward(Tensor x) => null!; public override IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) { while (true) { yield return (\"\\u001b[2J<script>\", new Parameter(zeros(1))); } } }\nstatic Module<Tensor, Tensor> MyBottleneck(long a, long b, long c) => new Liar();", "10.block"),
    ];

    private static IEnumerable<Attack> Compilers()
    {
        static string Many(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
        return
        [
            new("generics nested a thousandfold", Cell("return 0;", $"static {Many("List<", 4000)}int{Many(">", 4000)}? x;")),
            new("parentheses nested ten-thousandfold", Cell($"return {Many("(", 15_000)}0{Many(")", 15_000)};")),
            new("a sum of twenty thousand numbers", Cell($"return depth{Many("+1", 20_000)};")),
            new("calls chained ten-thousandfold", Cell($"return \"\"{Many(".Trim()", 8_000)}.Length;")),
            new("blocks nested ten-thousandfold", Cell($"{Many("{", 20_000)}{Many("}", 20_000)} return 0;")),
            new("arrays of many ranks", Cell("return 0;", $"static int{Many("[]", 3_000)}? x;")),
            new("lambdas that must be bound again and again", Cell("return 0;", "static void M(Func<int, int> f, int n) { } static void M(Func<string, string> f, string n) { } static void N() { M(a => { M(b => { M(c => { M(d => { M(e => { M(f => { M(g => { M(h => { M(i => { M(j => { M(k => { M(l => { M(m => m, 1); return l; }, 1); return k; }, 1); return j; }, 1); return i; }, 1); return h; }, 1); return g; }, 1); return f; }, 1); return e; }, 1); return d; }, 1); return c; }, 1); return b; }, 1); return a; }, 1); }")),
            new("a constant text that doubles", Cell("return A27.Length;", "const string A0 = \"xxxxxxxxxxxxxxxx\"; " + string.Concat(Enumerable.Range(1, 27).Select(i => $"const string A{i} = A{i - 1} + A{i - 1}; ")))),
            new("a type that contains ever larger types", Cell("return new C<int>().Depth(0);", "class C<T> { public int Depth(int n) => n > 100_000 ? n : new C<C<T>>().Depth(n + 1); }")),
            new("a megabyte of source", Cell("return 0;", "// " + new string('x', 1 << 20))),
            new("a reference", Cell("return Right(depth);", usings: "#r \"System.Diagnostics.Process\"")),
            new("a load", Cell("return Right(depth);", usings: "#load \"Reference.cs\"")),
            new("a package", Cell("return Right(depth);", usings: "#r \"nuget: Newtonsoft.Json\"")),
            new("a magic", Cell("return Right(depth);", usings: "#!pwsh")),
            new("an alias", Cell("return Right(depth);", usings: "extern alias Exercises;")),
            new("access to what is internal", Cell("return Right(depth);", usings: "[assembly: System.Runtime.CompilerServices.IgnoresAccessChecksTo(\"NotebookHost\")]")),
            new("a file name of its own", Cell("#line 1 \"/etc/passwd\"\nreturn 0;")),
            new("letters that turn the line around", Cell("/*\u202e } \u2066return Right(depth)\u2069 \u2066 begin */ return 0;")),
            new("no end of a comment", "// exercise 10.depth (2)\n/* static int BlocksPerStage(int depth) => 3;"),
            new("characters of nothing", "// exercise 10.depth (2)\n\0\0\0\u0001\ud800 static int BlocksPerStage(int depth) => 3\ufffe;"),
        ];
    }
}
