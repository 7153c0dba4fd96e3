using System.Xml.Linq;
using ConvNets.Architectures;
using ConvNets.Plots;

namespace Tests.Plots;

public class FamilyTreeTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Every_network_of_the_registry_belongs_to_exactly_one_family() =>
        Assert.All(Registry.All, network => Assert.Single(Lineage.All, relative => relative.Has(network.Id)));

    [Fact]
    public void Every_family_has_its_network_in_the_registry() =>
        Assert.All(Lineage.All, relative => Assert.Same(relative, Lineage.Of(relative.Id)));

    [Fact]
    public void No_idea_is_passed_back_in_time() =>
        Assert.All(Lineage.All, child => Assert.All(child.Parents, parent => Assert.True(Lineage.Of(parent.Id).Year <= child.Year)));

    [Fact]
    public void The_tree_has_a_box_for_each_family_and_an_arrow_for_each_idea_passed_on()
    {
        var root = XDocument.Parse(FamilyTree.Draw().ToSvg()).Root!;
        Assert.All(Lineage.All, relative => Assert.Single(root.Descendants(Svg + "text"), text => text.Value == relative.Name));
        Assert.Equal(2 * Lineage.All.Sum(relative => relative.Parents.Count), root.Descendants(Svg + "path").Count());
        Assert.Empty(root.Descendants(Svg + "a"));
    }

    [Fact]
    public void Years_run_from_top_to_bottom()
    {
        var root = XDocument.Parse(FamilyTree.Draw().ToSvg()).Root!;
        var places = root.Descendants(Svg + "text").Select(text => (text.Value, Y: (double)text.Attribute("y")!)).ToLookup(t => t.Value, t => t.Y);
        Assert.All(Lineage.All.Zip(Lineage.All.Skip(1)).Where(pair => pair.First.Year < pair.Second.Year), pair =>
            Assert.True(places[pair.First.Name].Single() < places[pair.Second.Name].Single()));
    }

    [Fact]
    public void A_link_leads_where_the_page_says()
    {
        var root = XDocument.Parse(FamilyTree.Draw(relative => relative.Lesson == "10" ? "10-residual-learning.html" : null).ToSvg()).Root!;
        var link = Assert.Single(root.Descendants(Svg + "a"));
        Assert.Equal("10-residual-learning.html", (string?)link.Attribute("href"));
    }
}
