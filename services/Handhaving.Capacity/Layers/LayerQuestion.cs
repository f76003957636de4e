using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Competence;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Layers;

/// <summary>What the layers are asked for.</summary>
/// <param name="Established">Funded posts (formatie), in people.</param>
/// <param name="Domain">Domain whose akte the function needs; null = none (the police act on the Politiewet).</param>
/// <param name="Municipality">Where the work is done.</param>
/// <param name="NeedsUseOfForceTest">True when nobody is deployable without a valid test.</param>
/// <param name="Range">Blocks that it touches are answered.</param>
public sealed record LayerQuestion(TenantId Team, string Function, int Established, CompetenceDomain? Domain, TenantId Municipality, bool NeedsUseOfForceTest, Interval Range);
