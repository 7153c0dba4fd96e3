using System.Net;
using System.Net.Sockets;

namespace Exercises.Hostile;

/// <summary>A door on this machine that no submission may reach.</summary>
internal static class Listener
{
    private static readonly TcpListener Door = Open();

    public static int Port => ((IPEndPoint)Door.LocalEndpoint).Port;

    private static TcpListener Open()
    {
        var door = new TcpListener(IPAddress.Loopback, 0);
        door.Start();
        return door;
    }
}
