import sharp from 'sharp';

// How libvips behaves in a server on few cores, set before its first use. One thread per picture: several would make a
// single small picture hardly faster and take the cores from everybody else. No cache of operations: it pays when the same
// file is opened again and again, and otherwise holds up to 50 MB of decoded pictures; what we rendered we keep ourselves.
sharp.concurrency(1);
sharp.cache(false);

export { sharp };
