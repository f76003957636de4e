/** A point in degrees (WGS84). */
export interface Point {
  latitude: number;
  longitude: number;
}

const earth = 6_371_008.8; // mean radius in metres (IUGG)
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Metres along the great circle (haversine). */
export function metersBetween(from: Point, to: Point): number {
  const [lat1, lat2] = [radians(from.latitude), radians(to.latitude)];
  const half = (angle: number) => Math.sin(angle / 2) ** 2;
  const chord = half(lat2 - lat1) + Math.cos(lat1) * Math.cos(lat2) * half(radians(to.longitude - from.longitude));
  return 2 * earth * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Degrees clockwise from north in which to start along the great circle, 0 to 360. */
export function bearingTo(from: Point, to: Point): number {
  const [lat1, lat2] = [radians(from.latitude), radians(to.latitude)];
  const east = radians(to.longitude - from.longitude);
  const degrees = (Math.atan2(Math.sin(east) * Math.cos(lat2), Math.cos(lat1) * Math.sin(lat2) - Math.sin(lat1) * Math.cos(lat2) * Math.cos(east)) * 180) / Math.PI;
  return (degrees + 360) % 360;
}

const winds = ["n", "ne", "e", "se", "s", "sw", "w", "nw"] as const;

export function windOf(degrees: number): (typeof winds)[number] {
  return winds[Math.round(degrees / 45) % 8] ?? "n";
}

/** As one says it in a language: `240 m`, `1,4 km`. */
export function distanceInWords(meters: number, language: string): string {
  return meters < 950 ? `${Math.round(meters / 10) * 10} m` : kilometers(meters, language);
}

/** With one decimal, as a language writes it. */
export function kilometers(meters: number, language: string): string {
  return `${new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(meters / 1000)} km`;
}

/** An address that the device's own map opens (RFC 5870). */
export function geoAddress({ latitude, longitude }: Point, label: string): string {
  const at = `${latitude.toFixed(6)},${longitude.toFixed(6)}`;
  return `geo:${at}?q=${at}${label === "" ? "" : encodeURIComponent(`(${label})`)}`;
}
