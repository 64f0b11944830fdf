/** A request to the simulator's own API on a node, and the JSON that it answers. */
export async function control(node: string, method: string, path: string, body?: unknown) {
  const response = await fetch(`${node}/simulator/v1/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  const json: unknown = text === '' ? null : JSON.parse(text);
  return { http: response.status, json };
}
