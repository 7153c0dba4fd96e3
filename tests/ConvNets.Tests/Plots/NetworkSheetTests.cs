using System.Xml.Linq;
using ConvNets.Architectures;
using ConvNets.Plots;

namespace ConvNets.Tests.Plots;

public class NetworkSheetTests
{
    [Fact]
    public void The_sheet_draws_a_bar_for_each_window_and_marks_those_that_already_see_the_picture()
    {
        var table = Registry.Table("resnet-18", [3, 64, 64]);
        var svg = XDocument.Parse(new NetworkSheet("ResNet-18 & <others>", table).ToSvg());
        var bars = svg.Descendants().Where(e => e.Name.LocalName == "rect" && e.Value.Contains("field")).ToList();
        Assert.Equal(21, bars.Count);
        Assert.Equal(10, bars.Count(bar => bar.Attribute("class")!.Value == "ns-linear"));
        Assert.Equal(table.Unproductive.Count(), bars.Count(bar => bar.Attribute("class")!.Value == "ns-linear"));
        Assert.Contains("ResNet-18 & <others>", svg.Root!.Value);
    }

    [Fact]
    public void Resolutions_split_the_main_path_and_add_up()
    {
        var table = Registry.Table("googlenet", auxiliary: true);
        Assert.Equal([112, 56, 28, 14, 7, 1], table.Resolutions.Select(r => (int)r.Height));
        Assert.Equal(6_998_552, table.Resolutions.Sum(r => r.Parameters));
        Assert.Equal(table.Layers.Where(layer => !layer.Auxiliary).Sum(layer => layer.Macs), table.Resolutions.Sum(r => r.Macs));
    }

    [Fact]
    public void A_network_without_maps_has_a_sheet_too() =>
        Assert.NotNull(XDocument.Parse(new NetworkSheet("maxout", Registry.Table("maxout-mnist-pi")).ToSvg()).Root);
}
