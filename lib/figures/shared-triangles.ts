import { dimensions, type Enterprise, type Scenario } from '@/lib/domain/scenario';

/** How many enterprises one triangle may stand for: with more their names would fill the page. */
const mostInTriangle = 6;

/**
 * The triangles of an assessment in the order of their first enterprises. Enterprises share one where it says the same of each:
 * every dimension is judged, and alike, and they are alike new in the future network or not. So the report speaks of enterprises
 * in one sentence where there is nothing to tell them apart by; why each is judged so, tables say.
 */
export function sharedTriangles({ enterprises, assessment }: Pick<Scenario, 'enterprises' | 'assessment'>): Enterprise[][] {
  const triangles: Enterprise[][] = [];
  const open = new Map<string, Enterprise[]>();
  for (const enterprise of enterprises) {
    const changes = dimensions.map((dimension) => assessment[enterprise.id]![dimension].change);
    const said = changes.includes(null) ? enterprise.id : JSON.stringify([enterprise.newInFuture, changes]);
    const triangle = open.get(said);
    if (triangle && triangle.length < mostInTriangle) triangle.push(enterprise);
    else {
      const own = [enterprise];
      triangles.push(own);
      open.set(said, own);
    }
  }
  return triangles;
}
