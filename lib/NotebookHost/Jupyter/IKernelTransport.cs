// How a kernel's messages travel: sockets for Jupyter, lines of JSON for the browser's page.

namespace NotebookHost.Jupyter;

/// <summary>Carries the messages of a <see cref="KernelHost"/> to its front ends.</summary>
internal interface IKernelTransport
{
    /// <summary>Sends a reply to the front end that asked.</summary>
    /// <param name="peer">What came with its request.</param>
    /// <param name="channel">The channel that the request came on.</param>
    /// <param name="message">The reply.</param>
    void Reply(object peer, KernelChannel channel, JupyterMessage message);

    /// <summary>Sends a message to every front end.</summary>
    void Publish(JupyterMessage message);

    /// <summary>Sends a question to the front end that asked; false when it has no channel for questions.</summary>
    bool Ask(object peer, JupyterMessage message);
}

/// <summary>The channels on which a front end asks.</summary>
internal enum KernelChannel
{
    /// <summary>Requests that run one after another.</summary>
    Shell,

    /// <summary>Requests that are answered at any time.</summary>
    Control,
}
