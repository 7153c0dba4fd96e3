namespace ConvNets.Data;

/// <summary>
/// Data that cannot be used. The message is one sentence for the user: which file, where in it, what was expected and what to do.
/// </summary>
public class DataException : Exception
{
    /// <summary>Makes the error from its sentence.</summary>
    public DataException(string message, Exception? inner = null) : base(message, inner) { }
}
