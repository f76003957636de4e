/** Who is signed in, as the tokens say. */
export interface Person {
  subject: string;
  name: string;
  roles: readonly string[];
  /** Codes of four digits. */
  municipalities: readonly string[];
  /** Ids of police teams. */
  teams: readonly string[];
}

type Claims = Readonly<Record<string, unknown>>;

/** Reads the person from the identity token's claims and, where it can be read, from the access token. */
export function personOf(profile: Claims, accessToken: string): Person {
  const claims: Claims = { ...claimsOf(accessToken), ...profile };
  const subject = typeof claims.sub === "string" ? claims.sub : "";
  return {
    subject,
    name: typeof claims.name === "string" ? claims.name : subject,
    roles: wordsOf(claims.role),
    municipalities: wordsOf(claims.municipality),
    teams: wordsOf(claims.team),
  };
}

function wordsOf(claim: unknown): string[] {
  const values: unknown[] = Array.isArray(claim) ? claim : [claim];
  return values.filter((value) => typeof value === "string");
}

// A token of another form than JWT is opaque: then the identity token alone speaks.
function claimsOf(token: string): Claims {
  const payload = token.split(".")[1];
  if (!payload) return {};
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes)) as Claims;
  } catch {
    return {};
  }
}
