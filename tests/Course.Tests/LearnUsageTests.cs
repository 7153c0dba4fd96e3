using System.Net;
using System.Net.Sockets;

namespace Tests;

public sealed class LearnUsageTests
{
    [Fact]
    public void A_taken_port_is_one_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var folder = Directory.CreateTempSubdirectory("learn-").FullName;
        try
        {
            var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
            Answer.To("learn", "--no-browser", "--port", port, "--folder", folder).IsOneSentence(1, port, "--port");
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    [Fact]
    public void A_port_that_is_none_is_wrong_usage() => Answer.To("learn", "--port", "70000").IsOneSentence(2, "--port", "65535");

    [Fact]
    public void A_folder_without_lessons_is_wrong_usage()
    {
        var folder = Directory.CreateTempSubdirectory("learn-").FullName;
        try
        {
            Answer.To("learn", "--notebooks", folder).IsOneSentence(2, "holds no lessons");
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }
}
