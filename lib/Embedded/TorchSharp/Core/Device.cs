namespace TorchSharp;

public static partial class torch
{
    /// <summary>Where a tensor lives.</summary>
    public class Device
    {
        public Device(string description)
        {
            ArgumentNullException.ThrowIfNull(description);
            var parts = description.Split(':');
            if (parts.Length > 2 || !Enum.TryParse<DeviceType>(parts[0], true, out var type)) throw new ArgumentException($"'{description}' is not a valid device; expected 'cpu' or 'cuda:0'.", nameof(description));
            this.type = type;
            if (parts.Length == 2)
            {
                if (!int.TryParse(parts[1], out var number)) throw new ArgumentException($"'{description}' is not a valid device; expected 'cpu' or 'cuda:0'.", nameof(description));
                index = number;
            }
        }

        public Device(string deviceType, int index = -1) : this(deviceType) => this.index = index;

        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index;
        }

        public Device(int index) : this(DeviceType.CUDA, index)
        {
        }

        public DeviceType type { get; private set; } = DeviceType.CPU;

        public int index { get; private set; } = -1;

        public override string ToString() => index == -1 ? type.ToString().ToLowerInvariant() : $"{type.ToString().ToLowerInvariant()}:{index}";

        public override bool Equals(object? obj) => obj is Device other && other.type == type && other.index == index;

        public override int GetHashCode() => HashCode.Combine(type, index);

        public static implicit operator Device(string description) => new(description);
    }

    public static readonly Device CPU = new(DeviceType.CPU, -1);

    /// <summary>The device of tensors that have a shape and no values: modules built there are blueprints.</summary>
    public static readonly Device META = new(DeviceType.META, -1);

    // PyTorch keeps the default device for each thread, so that a blueprint on one does not disturb the others.
    [ThreadStatic] private static Device? t_defaultDevice;

    /// <summary>Where tensors are made when a factory names no device.</summary>
    public static Device get_default_device() => t_defaultDevice ?? CPU;

    /// <summary>Sets where this thread makes tensors when a factory names no device.</summary>
    /// <exception cref="InvalidOperationException">The device is neither the CPU nor the meta device.</exception>
    public static void set_default_device(Device device) => t_defaultDevice = InitializeDevice(device);

    public static void set_default_device(string device) => set_default_device(new Device(device));

    public static Device CUDA => InitializeDevice(new Device(DeviceType.CUDA, -1));

    public static Device MPS => InitializeDevice(new Device(DeviceType.MPS, -1));

    public static Device device(string description) => InitializeDevice(new Device(description));

    public static Device device(string deviceType, int index = -1) => InitializeDevice(new Device(deviceType, index));

    public static Device device(DeviceType deviceType, int index = -1) => InitializeDevice(new Device(deviceType, index));

    public static Device device(int index) => new(DeviceType.CUDA, index);

    /// <summary>Checks that the device can be used; null means the CPU.</summary>
    /// <exception cref="InvalidOperationException">The device is not the CPU.</exception>
    public static Device InitializeDevice(Device? device)
    {
        if (device is null) return CPU;
        InitializeDeviceType(device.type);
        return device;
    }

    public static void InitializeDeviceType(DeviceType deviceType)
    {
        if (deviceType is not (DeviceType.CPU or DeviceType.META))
            throw new InvalidOperationException($"Torch device type {deviceType} is not available: the embedded engine computes on the CPU. Use torch.CPU, or build with -p:Torch=cuda for a GPU.");
    }

    public static bool TryInitializeDeviceType(DeviceType deviceType) => deviceType is DeviceType.CPU or DeviceType.META;

    public static bool cuda_is_available() => false;

    public static bool mps_is_available() => false;
}
