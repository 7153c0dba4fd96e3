// The windows on one lesson. Sending never waits: each window has its own queue.

using System.Text.Json.Nodes;

namespace NotebookHost.Web;

/// <summary>Sends to the windows of a room. Not thread-safe: its room takes turns.</summary>
internal sealed class RoomWindows
{
    private readonly List<RoomClient> open = [];

    /// <summary>Whether nobody looks.</summary>
    internal bool None => open.Count == 0;

    internal void Add(RoomClient client) => open.Add(client);

    internal void Remove(RoomClient client) => open.Remove(client);

    /// <summary>Sends a message to every window but one.</summary>
    internal void Tell(JsonObject message, RoomClient? except = null) => Tell(RoomMessages.Bytes(message), except);

    /// <summary>Sends a message that is written already.</summary>
    internal void Tell(byte[] message, RoomClient? except = null)
    {
        foreach (var client in open.Where(c => c != except))
        {
            client.Send(message);
        }
    }
}
