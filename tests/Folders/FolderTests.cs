namespace Tests;

/// <summary>Tests that need a folder of their own, which goes with them.</summary>
public abstract class FolderTests : IDisposable
{
    private protected FolderTests() { }

    private protected TemporaryFolder Home { get; } = new();

    private protected string Folder => Home.Path;

    /// <inheritdoc/>
    public virtual void Dispose()
    {
        Home.Dispose();
        GC.SuppressFinalize(this);
    }
}
