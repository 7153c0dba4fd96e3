// The version that a lesson was written for, checked in its first code cell.

namespace ConvNets.Lessons;

/// <summary>The installed kit.</summary>
public static class Kit
{
    /// <summary>The version of the kit, such as 0.1.0.</summary>
    public static Version Version { get; } = typeof(Kit).Assembly.GetName().Version is { } version
        ? new Version(version.Major, version.Minor, Math.Max(version.Build, 0))
        : new Version(0, 0, 0);

    /// <summary>Says whether this kit can run a lesson that was written for <paramref name="version"/>.</summary>
    /// <param name="version">Major and minor version, such as "0.1".</param>
    /// <returns>A line that names both versions.</returns>
    /// <exception cref="InvalidOperationException">The kit is older than the lesson, or of another major version.</exception>
    public static string Require(string version)
    {
        var wanted = System.Version.Parse(version);
        if (Version.Major != wanted.Major || Version < wanted)
        {
            throw new InvalidOperationException(
                $"This lesson was written for kit {version} and this is kit {Version}: get the lesson and the kit from the same release.");
        }

        return $"Kit {Version}, lesson written for {version}.";
    }
}
