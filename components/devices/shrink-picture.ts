/** What the server takes, and how many pixels it keeps of it. */
const LARGEST_BYTES = 5 * 1024 * 1024;
const LONGEST_SIDE = 1_000;

/**
 * The picture as the server takes it. Only what is too large to send is made smaller here, where the photo is: the camera
 * of a good telephone writes more than the server reads. What the browser cannot read goes as it is, and is refused there.
 */
export async function shrinkPicture(file: File): Promise<Blob> {
  if (file.size <= LARGEST_BYTES) return file;
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    const context = canvas.getContext('2d');
    if (!context) return file;
    // A JPEG has no transparency, and the canvas would make it black.
    context.fillStyle = 'white';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    return (await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92))) ?? file;
  } catch {
    return file;
  }
}
