// Talking to the stand-in: its control API and its event stream.

const ROOT = "/_control";

async function answer(response) {
  const body = await response.json();
  if (!response.ok) throw new Error(body.error || response.statusText);
  return body;
}

export async function read(path) {
  return answer(await fetch(`${ROOT}/${path}`));
}

export async function act(path, order) {
  return answer(await fetch(`${ROOT}/${path}`, {
    method: "POST",
    headers: {"Content-Type": "application/json"},
    body: JSON.stringify(order),
  }));
}

// `changed` gets the ids of the chats in which something happened, or null after a gap: read everything anew.
export function listen(changed, connected) {
  const source = new EventSource(`${ROOT}/events`);
  source.addEventListener("open", () => { connected(true); changed(null); });
  source.addEventListener("error", () => connected(false));
  source.addEventListener("message", (event) => changed(JSON.parse(event.data)));
}
