import type { Point } from './svg';

/** Projections of [longitude, latitude] in degrees. */

const radians = (degrees: number): number => degrees * Math.PI / 180;

type Vector = readonly [x: number, y: number, z: number];

/** Seen from above the North Pole, true distances from it; `turn` brings that longitude to the top. */
export function polar(centre: Point, scale: number, turn: number): (at: Point) => Point {
  return ([longitude, latitude]) => {
    const [angle, far] = [radians(longitude - turn), (90 - latitude) * scale];
    return [centre[0] - Math.sin(angle) * far, centre[1] - Math.cos(angle) * far];
  };
}

/** The globe from far away; undefined for what lies behind. */
export function orthographic(centre: Point, radius: number, eye: Point): (at: Point) => Point | undefined {
  const [lon0, lat0] = [radians(eye[0]), radians(eye[1])];
  return ([longitude, latitude]) => {
    const [lon, lat] = [radians(longitude) - lon0, radians(latitude)];
    const front = Math.sin(lat0) * Math.sin(lat) + Math.cos(lat0) * Math.cos(lat) * Math.cos(lon);
    if (front < 0) return undefined;
    const up = Math.cos(lat0) * Math.sin(lat) - Math.sin(lat0) * Math.cos(lat) * Math.cos(lon);
    return [centre[0] + radius * Math.cos(lat) * Math.sin(lon), centre[1] - radius * up];
  };
}

/** The shortest way over the globe, as `steps` + 1 points. */
export function greatCircle(from: Point, to: Point, steps: number): Point[] {
  const [a, b] = [vector(from), vector(to)];
  const angle = Math.acos(a[0] * b[0] + a[1] * b[1] + a[2] * b[2]) || 1e-9;
  return Array.from({ length: steps + 1 }, (_, index) => {
    const [p, q] = [Math.sin(angle * (1 - index / steps)) / Math.sin(angle), Math.sin(angle * index / steps) / Math.sin(angle)];
    const [x, y, z] = [a[0] * p + b[0] * q, a[1] * p + b[1] * q, a[2] * p + b[2] * q];
    return [Math.atan2(y, x) * 180 / Math.PI, Math.asin(z) * 180 / Math.PI];
  });
}

/** Lines of longitude and latitude, `step` degrees apart, as runs of points. */
export function graticule(step: number, south: number, north: number): Point[][] {
  const lines: Point[][] = [];
  for (let longitude = -180; longitude < 180; longitude += step) lines.push(run(south, north, (latitude) => [longitude, latitude]));
  for (let latitude = Math.ceil(south / step) * step; latitude <= north; latitude += step) lines.push(run(-180, 180, (longitude) => [longitude, latitude]));
  return lines;
}

function run(from: number, to: number, point: (value: number) => Point): Point[] {
  const count = Math.ceil((to - from) / 6);
  return Array.from({ length: count + 1 }, (_, index) => point(from + (to - from) * index / count));
}

function vector([longitude, latitude]: Point): Vector {
  const [lon, lat] = [radians(longitude), radians(latitude)];
  return [Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)];
}
