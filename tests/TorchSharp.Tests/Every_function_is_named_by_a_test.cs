using System.Reflection;
using System.Text.RegularExpressions;
using Tests;
using Tests.Engine;

namespace TorchSharp.Tests;

/// <summary>
/// No function goes without a test that names it, in the code of the sources beside this one; a comment does not count. Variants_of_an_operation has those in place.
/// </summary>
public partial class Every_function_is_named_by_a_test
{
    [Theory]
    [InlineData(typeof(torch.nn))]
    [InlineData(typeof(torch.nn.functional))]
    [InlineData(typeof(torch.nn.init))]
    [InlineData(typeof(torch.nn.utils))]
    [InlineData(typeof(torch.nn.utils.rnn))]
    [InlineData(typeof(torch.nn.utils.rnn.PackedSequence))]
    [InlineData(typeof(torch.optim))]
    [InlineData(typeof(torch.optim.lr_scheduler))]
    [InlineData(typeof(torch.utils.data))]
    [InlineData(typeof(torch.autograd))]
    [InlineData(typeof(torch.linalg))]
    [InlineData(typeof(torch))]
    [InlineData(typeof(torch.Tensor))]
    public void In_this_class(Type functions)
    {
        Assert.SkipWhen(GenuineDifferencesAttribute.IsGenuine, "The genuine package has functions that the embedded one leaves out.");
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(GoldenFile.Find("modules.json")))!;
        var words = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Word().Matches(Comment().Replace(File.ReadAllText(file), "")).Select(match => match.Value)).ToHashSet(StringComparer.Ordinal);
        var names = functions.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => !method.IsSpecialName && !method.Name.EndsWith('_') && method.GetBaseDefinition() == method).Select(method => method.Name).Distinct();
        Assert.Equal([], names.Where(name => !words.Contains(name)));
    }

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
