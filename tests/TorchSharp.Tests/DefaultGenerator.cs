namespace Tests;

/// <summary>Tests that seed the default random generator: they run alone, as other tests draw from it too.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class DefaultGenerator
{
    public const string Name = "default generator";
}
