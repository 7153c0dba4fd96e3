using System.Xml.Linq;
using ConvNets.Architectures;
using ConvNets.Plots;

namespace ConvNets.Tests.Plots;

public class RoadPictureTests
{
    [Fact]
    public void Networks_stand_in_the_order_of_their_years_with_a_dot_for_every_number_that_is_known()
    {
        var picture = RoadPicture.Draw("A & B", [new("densenet-121", TopFive: 92.3, Milliseconds: 61), new("resnet-cifar-20", Cifar: 91.25), new("alexnet-grouped")]);
        var svg = XDocument.Parse(picture.ToSvg());
        var dots = svg.Descendants().Where(e => e.Name.LocalName == "circle").Select(e => e.Value).ToList();
        Assert.Equal((3 * 4) + 3, dots.Count);
        Assert.Contains("densenet-121: ImageNet 92.3 top-5 accuracy, %", dots);
        Assert.Contains("alexnet-grouped: parameters 61 M", dots);
        Assert.Equal(["2012", "2015", "2016"], picture.ToText().Split('\n').Select(line => line[..4]));
        Assert.Contains("A & B", svg.Root!.Value);
    }

    [Fact]
    public void Every_network_of_the_registry_fits_in()
    {
        var svg = XDocument.Parse(RoadPicture.Draw("All", [.. Registry.All.Select(network => new RoadStop(network.Id))]).ToSvg());
        Assert.Equal(Registry.All.Count, svg.Descendants().Count(e => e.Value.Contains(": depth ") && e.Name.LocalName == "circle"));
    }

    [Fact]
    public void A_picture_without_networks_is_refused() =>
        Assert.Contains("at least one", Assert.Throws<ArgumentException>(() => RoadPicture.Draw("none", [])).Message);
}
