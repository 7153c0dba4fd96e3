using System.Reflection;
using Tests.Engine;

namespace Tests;

/// <summary>What Engine/genuine-differences.txt names is there, and says why.</summary>
public class The_list_of_differences
{
    [Fact]
    public void Each_listed_test_of_this_project_exists_and_has_a_reason()
    {
        var own = typeof(The_list_of_differences).Assembly;
        var methods = own.GetTypes().SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance).Select(m => $"{t.FullName}.{m.Name}")).ToHashSet();
        var classes = own.GetTypes().Select(t => t.FullName).ToHashSet();
        Assert.NotEmpty(GenuineDifferencesAttribute.Reasons);
        Assert.All(GenuineDifferencesAttribute.Reasons, entry =>
        {
            Assert.EndsWith(".", entry.Value);
            var name = entry.Key.Split('(')[0];
            if (name.Contains(' ', StringComparison.Ordinal)) return;
            if (classes.Contains(name[..name.LastIndexOf('.')])) Assert.Contains(name, methods);
            else Assert.True(name.StartsWith("ConvNets.", StringComparison.Ordinal) || name.StartsWith("Tests.", StringComparison.Ordinal), $"{name} is a test of no project");
        });
    }
}
