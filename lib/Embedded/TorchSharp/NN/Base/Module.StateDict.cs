namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // The state of a module as a dictionary from dotted names to tensors, and as a file.
        public partial class Module
        {
            /// <summary>
            /// The live parameters and persistent buffers by name: all parameters first, then all buffers. The names are
            /// PyTorch's (<c>layer1.0.conv1.weight</c>).
            /// </summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                string Key(string name) => string.IsNullOrEmpty(prefix) ? name : $"{prefix}.{name}";

                foreach (var (name, parameter) in named_parameters())
                {
                    destination.TryAdd(Key(name), parameter);
                }

                foreach (var (name, buffer) in named_buffers(include_nonpersistent: false))
                {
                    destination.TryAdd(Key(name), buffer);
                }

                foreach (var (name, child) in _internal_submodules)
                {
                    child.state_dict(destination, Key(name));
                }

                return destination;
            }

            /// <summary>Copies the values of a state dictionary into this module's parameters and buffers.</summary>
            /// <exception cref="InvalidOperationException">strict, and the names are not the same.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                var target = state_dict();
                bool Taken(string key) => skip is null || !skip.Contains(key);
                var unexpected = Given(source).Keys.Where(key => Taken(key) && !target.ContainsKey(key)).ToList();
                var missing = target.Keys.Where(key => Taken(key) && !source.ContainsKey(key)).ToList();
                if (strict && (missing.Count > 0 || unexpected.Count > 0))
                {
                    throw new InvalidOperationException($"The loaded state_dict is not identical to the target dictionary. Missing: [{string.Join(", ", missing)}]; unexpected: [{string.Join(", ", unexpected)}].");
                }

                using var _ = no_grad();
                foreach (var (key, value) in source)
                {
                    if (Taken(key) && target.TryGetValue(key, out var tensor))
                    {
                        if (!Shapes.ExpandsTo(value.shape, tensor.shape))
                        {
                            throw new ExternalException($"load_state_dict: size mismatch for {key}: a loaded tensor of shape {Shapes.Text(value.shape)} cannot be copied to one of shape {Shapes.Text(tensor.shape)}");
                        }

                        tensor.copy_(value);
                    }
                }

                return (missing, unexpected);
            }

            /// <summary>Writes the state to a file in TorchSharp's own format; returns this module.</summary>
            public Module save(string location, IList<string>? skip = null)
            {
                using var stream = File.Create(location);
                return save(stream, skip);
            }

            /// <summary>Writes the state to a stream, which is closed; returns this module.</summary>
            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream);
                return save(writer, skip);
            }

            /// <summary>Writes the state; returns this module.</summary>
            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(Given(writer), state_dict(), skip);
                return this;
            }

            /// <summary>
            /// Writes a state dictionary: the count (LEB128), then for each entry its name and its tensor record.
            /// </summary>
            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null)
                => StateFile.Write(writer, sd, skip);

            /// <summary>Reads the state from a file that <see cref="save(string, IList{string})"/> wrote; returns this module.</summary>
            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            /// <exception cref="ArgumentException">The entries are not those of this module (names when strict, types, shapes).</exception>
            public virtual Module load(string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                if (!File.Exists(location))
                {
                    throw new FileNotFoundException(location);
                }

                using var stream = File.OpenRead(location);
                return load(stream, strict, skip, loadedParameters);
            }

            /// <summary>Reads the state from a stream, which is closed; returns this module.</summary>
            public Module load(Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream);
                return load(reader, strict, skip, loadedParameters);
            }

            /// <summary>
            /// Reads the state; returns this module. <paramref name="loadedParameters"/> receives each name of the file and
            /// whether this module knew it.
            /// </summary>
            public virtual Module load(BinaryReader reader, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                StateFile.Read(Given(reader), state_dict(), strict, skip, loadedParameters);
                return this;
            }

            /// <summary>Makes a module and reads its state from a file.</summary>
            public static Module Create<T>(string path)
                where T : Module, new()
                => new T().load(path);
        }
    }
}
