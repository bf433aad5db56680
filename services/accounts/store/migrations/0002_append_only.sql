select append_only('customer_access');
