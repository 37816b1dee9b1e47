export async function publishImage(_: unknown): Promise<void> {}
