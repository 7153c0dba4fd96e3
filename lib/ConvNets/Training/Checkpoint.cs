// Checkpoints that survive kill -9. One file holds everything a run needs to go on bit for bit: weights and buffers, averaged
// weights, optimizer state, step, history. It is written beside its place, flushed to the disk and renamed, ends in its SHA-256,
// and the one before is kept: a damaged file is told from a whole one, and costs one checkpoint.
// Random numbers need no state here: every draw of step t comes from (seed, t).

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ConvNets.Training;

/// <summary>Reads and writes the checkpoints of one folder.</summary>
public sealed class Checkpoint
{
    private const string Magic = "ConvNets checkpoint 1\n";
    private const int HashBytes = 32;
    private readonly string folder;

    /// <summary>The checkpoints of <paramref name="folder"/>, which need not exist yet.</summary>
    public Checkpoint(string folder) => this.folder = Path.GetFullPath(folder);

    /// <summary>The checkpoint files, newest first.</summary>
    public IReadOnlyList<string> Files => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "checkpoint-*.bin").OrderByDescending(f => f, StringComparer.Ordinal)]
        : [];

    /// <summary>Saves; then removes all but the two newest files.</summary>
    /// <param name="identity">What the run is: a run that differs in one of these cannot go on from here.</param>
    /// <param name="history">Steps and epochs so far; the number of steps names the file.</param>
    /// <param name="model">Weights and buffers.</param>
    /// <param name="optimizer">Optimizer state.</param>
    /// <param name="average">Averaged weights, or null.</param>
    public void Save(IReadOnlyDictionary<string, string> identity, History history, nn.Module model, OptimizerHelper optimizer, WeightAverage? average)
    {
        var step = history.Steps.Count;
        AtomicFile.Write(Path.Combine(folder, $"checkpoint-{step.ToString("D9", CultureInfo.InvariantCulture)}.bin"), file =>
        {
            using var hash = SHA256.Create();
            using (var hashed = new CryptoStream(file, hash, CryptoStreamMode.Write, leaveOpen: true))
            using (var buffered = new BufferedStream(hashed, 1 << 20))
            using (var writer = new BinaryWriter(buffered, Encoding.UTF8))
            {
                writer.Write(Encoding.ASCII.GetBytes(Magic));
                writer.Write(JsonSerializer.Serialize(identity));
                writer.Write(history.EpochsToCsv());
                writer.Write(history.StepsToCsv());
                writer.Write(average is not null);
                if (average is not null)
                {
                    using (average.Use())
                    {
                        model.save(writer);
                    }
                }

                model.save(writer);
                optimizer.save_state_dict(writer);
                writer.Flush();
            }

            file.Write(hash.Hash);
        });
        foreach (var old in Files.Skip(2))
        {
            File.Delete(old);
        }
    }

    /// <summary>Loads the newest whole checkpoint into the model, the optimizer and the average.</summary>
    /// <param name="say">Receives a sentence for each file that is passed over.</param>
    /// <param name="name">Name of the history.</param>
    /// <param name="identity">What the present run is.</param>
    /// <param name="model">Receives the weights.</param>
    /// <param name="optimizer">Receives the state.</param>
    /// <param name="average">Receives the averaged weights, or null.</param>
    /// <returns>The history up to the checkpoint; null where there is no whole checkpoint.</returns>
    /// <exception cref="CheckpointException">The checkpoint belongs to another run.</exception>
    public History? Load(Action<string>? say, string name, IReadOnlyDictionary<string, string> identity, nn.Module model, OptimizerHelper optimizer, WeightAverage? average)
    {
        foreach (var path in Files)
        {
            if (!IsWhole(path))
            {
                say?.Invoke($"{path} is damaged and is passed over; training goes on from the checkpoint before it, or from the start.");
                continue;
            }

            return Read(path, name, identity, model, optimizer, average);
        }

        return null;
    }

    private static bool IsWhole(string path)
    {
        using var file = File.OpenRead(path);
        var length = file.Length - HashBytes;
        if (length < Magic.Length)
        {
            return false;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 20];
        for (var left = length; left > 0;)
        {
            var read = file.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            if (read == 0)
            {
                return false;
            }

            hash.AppendData(buffer, 0, read);
            left -= read;
        }

        var expected = new byte[HashBytes];
        file.ReadExactly(expected);
        return hash.GetHashAndReset().AsSpan().SequenceEqual(expected);
    }

    private static History Read(string path, string name, IReadOnlyDictionary<string, string> identity, nn.Module model, OptimizerHelper optimizer, WeightAverage? average)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20);
        using var reader = new BinaryReader(file, Encoding.UTF8);
        if (Encoding.ASCII.GetString(reader.ReadBytes(Magic.Length)) != Magic)
        {
            throw new CheckpointException($"{path} is no checkpoint of this version; train without --resume, or into another folder.");
        }

        var saved = JsonSerializer.Deserialize<Dictionary<string, string>>(reader.ReadString()) ?? [];
        foreach (var key in identity.Keys.Union(saved.Keys).Order(StringComparer.Ordinal))
        {
            var now = identity.GetValueOrDefault(key, "none");
            var then = saved.GetValueOrDefault(key, "none");
            if (now != then)
            {
                throw new CheckpointException($"{path} was made with {key} {then} and this run has {key} {now}; give the same {key}, or train into another folder.");
            }
        }

        var epochs = reader.ReadString();
        var history = History.Parse(epochs, reader.ReadString(), name);
        using var _ = no_grad();
        if (reader.ReadBoolean())
        {
            model.load(reader);
            average?.Reset();
        }

        model.load(reader);
        optimizer.load_state_dict(reader);
        return history;
    }
}

/// <summary>A checkpoint that cannot be used; the message says why and what to do.</summary>
public sealed class CheckpointException(string message) : Exception(message);
