namespace Handhaving.Capacity.Competence;

/// <summary>Field of powers of a BOA (domein I-VI); general detection covers the acts of the others.</summary>
public enum CompetenceDomain { PublicSpace = 1, Environment, Education, PublicTransport, WorkIncomeCare, GeneralDetection }
