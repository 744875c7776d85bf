/** A picture that was uploaded. */
export interface ImageRecord {
  id: string
  name: string
  /** `image/png` */
  type: string
  /** base64url. */
  data: string
  createdAt: number
}
