using Handhaving.Dispatch.Data;

namespace Handhaving.Dispatch.Units;

/// <summary>A unit as refusals speak of it: its resource name for systems, its call sign for people.</summary>
public readonly record struct CalledUnit(UnitName Name, string CallSign)
{
    /// <summary>Metadata of a refusal.</summary>
    public (string Key, string Value)[] Words => [("unit", Name.Value), ("callSign", CallSign)];

    /// <summary>A unit of which no more is known here than its name: its last part is how people call it.</summary>
    public static CalledUnit Of(UnitName name) => new(name, name.Id);

    public static CalledUnit Of(UnitRow row) => new(new UnitName(row.Name), row.CallSign);
}
