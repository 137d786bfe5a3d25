export default class ParcelCard {}
