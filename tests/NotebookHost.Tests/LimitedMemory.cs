using System.Text.Json.Nodes;

namespace Tests;

/// <summary>This program with so little memory that it is soon used up, whatever the machine has.</summary>
public sealed class LimitedMemory : IDisposable
{
    private const int Bytes = 300 << 20;

    private readonly string settings;

    public LimitedMemory()
    {
        var program = typeof(Course.Cli).Assembly.Location;
        var json = JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(program, ".runtimeconfig.json")))!;
        json["runtimeOptions"]!["configProperties"]!["System.GC.HeapHardLimit"] = Bytes;
        settings = Path.Combine(Folder, "limited.runtimeconfig.json");
        File.WriteAllText(settings, json.ToJsonString());
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("limited").FullName;

    public string[] Command(params string[] arguments) =>
        [Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", "exec", "--runtimeconfig", settings, typeof(Course.Cli).Assembly.Location, .. arguments];

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
