/** A photo of the film cannot be decoded in this browser. The film can go on: see `withoutPhoto`. */
export class UnreadablePhoto extends Error {
  override readonly name = 'UnreadablePhoto'
  readonly photoId: string
  constructor(photoId: string, options?: ErrorOptions) {
    super(`the photo ${photoId} cannot be read`, options)
    this.photoId = photoId
  }
}
