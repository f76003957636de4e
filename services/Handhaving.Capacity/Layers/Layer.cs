namespace Handhaving.Capacity.Layers;

/// <summary>Layers of strength, from posts to people on the roster.</summary>
public enum Layer { Established = 1, Staffed, Deployable, Plannable, Planned }
