import account from '../../../messages/en/account.json';
import address from '../../../messages/en/address.json';
import basket from '../../../messages/en/basket.json';
import catalog from '../../../messages/en/catalog.json';
import checkout from '../../../messages/en/checkout.json';
import contact from '../../../messages/en/contact.json';
import frame from '../../../messages/en/frame.json';
import home from '../../../messages/en/home.json';
import offline from '../../../messages/en/offline.json';
import orders from '../../../messages/en/orders.json';
import papers from '../../../messages/en/papers.json';
import paying from '../../../messages/en/paying.json';
import payment from '../../../messages/en/payment.json';
import price from '../../../messages/en/price.json';
import problems from '../../../messages/en/problems.json';
import pushes from '../../../messages/en/pushes.json';
import quantity from '../../../messages/en/quantity.json';
import questions from '../../../messages/en/questions.json';
import reviews from '../../../messages/en/reviews.json';
import titles from '../../../messages/en/titles.json';
import waiting from '../../../messages/en/waiting.json';
import wishlist from '../../../messages/en/wishlist.json';

const messages = {
  account,
  address,
  basket,
  catalog,
  checkout,
  contact,
  frame,
  home,
  offline,
  orders,
  papers,
  paying,
  payment,
  price,
  problems,
  pushes,
  quantity,
  questions,
  reviews,
  titles,
  waiting,
  wishlist,
};

export type Messages = typeof messages;

export default messages;
